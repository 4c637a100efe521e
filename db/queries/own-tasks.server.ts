import { sql } from "drizzle-orm";
import type { OwnTask } from "#app/domain/profiles/own-task";
import { planOnce, type Tx } from "#db/client.server";

const ofUser = (userId: string) => sql`
    FROM case_tasks k JOIN referrals r ON r.id = k.referral_id
    LEFT JOIN participants p ON p.id = r.participant_id
   WHERE k.responsible_user = ${userId} AND r.status NOT IN ('closed', 'withdrawn')`;
const isHidden = sql`(coalesce(p.protected_identity, r.person_protected) <> 'none')`;
const columns = sql`k.id, k.referral_id AS "referralId", p.reference, r.purpose, k.what, k.due_on::text AS "dueOn",
  k.done_on::text AS "doneOn"`;

/**
 * What a user still has to do in cases that row level security shows and that have not ended, the longest overdue first.
 * A protected identity is counted, and in no list.
 */
export async function listOpenTasks(
  tx: Tx,
  userId: string,
  limit: number,
): Promise<{ rows: OwnTask[]; total: number; hidden: number }> {
  const [read] = await planOnce(tx).execute<{ rows: OwnTask[]; total: number; hidden: number }>(sql`
    WITH open AS MATERIALIZED (
      SELECT ${columns}, k.created_at, ${isHidden} AS hidden ${ofUser(userId)} AND k.done_on IS NULL)
    SELECT (SELECT count(*)::integer FROM open WHERE NOT hidden) AS total,
           (SELECT count(*)::integer FROM open WHERE hidden) AS hidden,
           coalesce((SELECT jsonb_agg(to_jsonb(o) - 'created_at' - 'hidden' ORDER BY o."dueOn", o.created_at, o.id)
              FROM (SELECT * FROM open WHERE NOT hidden ORDER BY "dueOn", created_at, id LIMIT ${limit}) o), '[]') AS rows`);
  return read ?? { rows: [], total: 0, hidden: 0 };
}

/** What a user has done since a day (ISO date), the latest first. */
export async function listDoneTasks(
  tx: Tx,
  userId: string,
  since: string,
  limit: number,
): Promise<OwnTask[]> {
  const rows = await tx.execute<OwnTask>(sql`
    SELECT ${columns} ${ofUser(userId)} AND k.done_on >= ${since}::date AND NOT ${isHidden}
     ORDER BY k.done_on DESC, k.due_on, k.id LIMIT ${limit}`);
  return [...rows];
}
