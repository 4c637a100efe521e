import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** A planned follow-up, who is to do it, and when she or he was reminded last (ISO time). */
export type Remindable = {
  associationId: number;
  participantId: string;
  coachUser: string | null;
  remindedAt: string | null;
};

/** Null when it is done, dropped, or not reached. Nobody protected, as in every list. */
export async function findRemindable(tx: Tx, followupId: string): Promise<Remindable | null> {
  const [row] = await tx.execute<Remindable>(sql`
    SELECT f.association_id AS "associationId", g.participant_id AS "participantId", g.coach_user AS "coachUser",
           (SELECT m.reminded_at FROM followup_reminders m WHERE m.followup_id = f.id) AS "remindedAt"
      FROM followups f JOIN agreements g ON g.id = f.agreement_id
      JOIN participants p ON p.id = g.participant_id AND p.protected_identity = 'none'
     WHERE f.id = ${followupId} AND f.status = 'planned'`);
  return row ? { ...row, remindedAt: row.remindedAt && new Date(row.remindedAt).toISOString() } : null;
}

/** Notes that the coach was reminded. Answers false when that was done in the last twelve hours. */
export async function noteReminded(
  tx: Tx,
  of: { followupId: string; associationId: number; byName: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO followup_reminders (followup_id, association_id, by_name)
    VALUES (${of.followupId}, ${of.associationId}, ${of.byName})
    ON CONFLICT (followup_id) DO UPDATE SET by_name = excluded.by_name, reminded_at = now()
      WHERE followup_reminders.reminded_at < now() - interval '12 hours'
    RETURNING 1`);
  return rows.length > 0;
}
