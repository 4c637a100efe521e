import { sql } from "drizzle-orm";
import type { CaseEventRow } from "#app/domain/profiles/case-events";
import type { Tx } from "#db/client.server";

/**
 * What has happened in one of the case worker's own cases, or in all of them since each was looked at last: the latest first,
 * at most `limit`. Row level security decides which, and lets no reason, working note or rating through.
 */
export async function listCaseEvents(
  tx: Tx,
  userId: string,
  of: { participantId: string } | "news",
  limit: number,
): Promise<CaseEventRow[]> {
  const participantId = of === "news" ? null : of.participantId;
  const swedishDay = (moment: ReturnType<typeof sql>) =>
    sql`(${moment} AT TIME ZONE 'Europe/Stockholm')::date::text`;
  const rows = await tx.execute<CaseEventRow & { at: string | Date | null }>(sql`
    WITH own AS (
      SELECT p.id, p.reference, p.mapped_on, p.closed_on, r.id AS referral_id, r.referred_on
        FROM referrals r JOIN participants p ON p.id = r.participant_id
       WHERE r.case_worker_user = ${userId} AND r.is_current
         AND (${participantId}::uuid IS NULL OR p.id = ${participantId}::uuid)),
    agreed AS (
      SELECT g.id, g.participant_id, g.status, g.ended_on, g.updated_at FROM agreements g JOIN own ON own.id = g.participant_id)
    SELECT e.*, own.reference FROM (
    SELECT id AS "participantId", 'referred' AS kind, referred_on::text AS "on", NULL::timestamptz AS at,
           NULL::uuid AS "agreementId", '' AS detail
      FROM own WHERE referred_on IS NOT NULL
    UNION ALL
    SELECT own.id, 'met', ${swedishDay(sql`m.held_at`)}, m.held_at, NULL, ''
      FROM own JOIN case_meeting_items i ON i.referral_id = own.referral_id JOIN case_meetings m ON m.id = i.meeting_id
     WHERE m.status = 'held'
    UNION ALL
    SELECT id, 'mapped', mapped_on::text, NULL, NULL, '' FROM own WHERE mapped_on IS NOT NULL
    UNION ALL
    SELECT own.id, 'shared', ${swedishDay(sql`max(k.saved_at)`)}, max(k.saved_at), NULL, ''
      FROM own JOIN profile_parts k ON k.participant_id = own.id AND k.visibility = 'case_worker' GROUP BY own.id
    UNION ALL
    SELECT own.id, 'proposal', ${swedishDay(sql`o.updated_at`)}, o.updated_at, NULL, o.status
      FROM own JOIN proposals o ON o.participant_id = own.id
    UNION ALL
    SELECT g.participant_id, CASE WHEN v.amendment = 0 THEN 'in_force' ELSE 'changed' END,
           ${swedishDay(sql`v.agreed_at`)}, v.agreed_at, g.id, ''
      FROM agreed g JOIN agreement_versions v ON v.agreement_id = g.id AND v.status = 'agreed' AND v.agreed_at IS NOT NULL
    UNION ALL
    SELECT g.participant_id, 'paused', u.from_on::text, u.created_at, g.id, coalesce(u.until_on::text, '')
      FROM agreed g JOIN agreement_pauses u ON u.agreement_id = g.id
    UNION ALL
    -- Who looked in the morning is told what ended in the afternoon.
    SELECT g.participant_id, 'ended', g.ended_on::text,
           CASE WHEN ${swedishDay(sql`g.updated_at`)} = g.ended_on::text THEN g.updated_at END, g.id, ''
      FROM agreed g WHERE g.status IN ('ended_early', 'closed') AND g.ended_on IS NOT NULL
    UNION ALL
    SELECT g.participant_id, 'recorded', ${swedishDay(sql`c.recorded_at`)}, c.recorded_at, g.id, ''
      FROM agreed g JOIN agreement_closings c ON c.agreement_id = g.id
    UNION ALL
    SELECT g.participant_id, 'report', ${swedishDay(sql`t.sent_at`)}, t.sent_at, g.id, t.milestone
      FROM agreed g JOIN assignment_reports t ON t.agreement_id = g.id AND t.sent_at IS NOT NULL
    UNION ALL
    SELECT g.participant_id, 'verdict', ${swedishDay(sql`t.at`)}, t.at, g.id, t.verdict
      FROM agreed g JOIN assignment_verdicts t ON t.agreement_id = g.id
    UNION ALL
    SELECT g.participant_id, CASE WHEN q.from_role = 'case_worker' THEN 'asked' ELSE 'answered' END,
           ${swedishDay(sql`q.at`)}, q.at, g.id, ''
      FROM agreed g JOIN assignment_messages q ON q.agreement_id = g.id
    UNION ALL
    SELECT id, 'closed', closed_on::text, NULL, NULL, '' FROM own WHERE closed_on IS NOT NULL) e
      JOIN own ON own.id = e."participantId"
      LEFT JOIN case_looks k ON k.participant_id = e."participantId" AND k.user_id = ${userId}
     WHERE ${of !== "news"}::boolean OR k.looked_at IS NULL
        OR coalesce(e.at > k.looked_at, e."on" > ${swedishDay(sql`k.looked_at`)})
     ORDER BY coalesce(e.at, e."on"::timestamptz) DESC, e.kind LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, at: row.at === null ? null : new Date(row.at).toISOString() }));
}

/** When the case worker looked at the own cases last, by participant. */
export async function listLooks(tx: Tx, userId: string): Promise<Map<string, string>> {
  const rows = await tx.execute<{ participant_id: string; looked_at: string }>(sql`
    SELECT participant_id, looked_at FROM case_looks WHERE user_id = ${userId}`);
  return new Map(rows.map((row) => [row.participant_id, new Date(row.looked_at).toISOString()]));
}

/** The case worker looks at a case now. */
export async function noteLook(
  tx: Tx,
  userId: string,
  { id, associationId }: { id: string; associationId: number },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO case_looks (association_id, participant_id, user_id) VALUES (${associationId}, ${id}, ${userId})
    ON CONFLICT (participant_id, user_id) DO UPDATE SET looked_at = now()`);
}
