import { sql } from "drizzle-orm";
import type { CaseFacts } from "#app/domain/profiles/case-timeline";
import type { Tx } from "#db/client.server";

/** The actor's own cases (row level security decides which), the newest referral first. */
export async function listOwnCases(tx: Tx, userId: string): Promise<CaseFacts[]> {
  const rows = await tx.execute<CaseFacts>(sql`
    SELECT p.reference, r.id AS "referralId", r.purpose, r.question, r.referred_on::text AS "referredOn",
           p.mapped_on::text AS "mappedOn", p.closed_on::text AS "closedOn",
           EXISTS (SELECT FROM profile_parts k WHERE k.participant_id = p.id AND k.visibility = 'case_worker') AS "isOpened",
           coalesce((SELECT jsonb_agg(jsonb_build_object('status', o.status,
                       'updatedOn', (o.updated_at AT TIME ZONE 'Europe/Stockholm')::date) ORDER BY o.updated_at)
                       FROM proposals o WHERE o.participant_id = p.id), '[]') AS proposals,
           coalesce((SELECT jsonb_agg(jsonb_build_object('startsOn', g.starts_on, 'endedOn', g.ended_on))
                       FROM agreements g
                      WHERE g.participant_id = p.id AND g.status IN ('in_force', 'closed', 'ended_early')), '[]') AS placements
      FROM referrals r JOIN participants p ON p.id = r.participant_id
     WHERE r.case_worker_user = ${userId} AND r.is_current
     ORDER BY p.closed_on IS NOT NULL, r.referred_on DESC NULLS LAST, p.reference`);
  return [...rows];
}
