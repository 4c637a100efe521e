import { sql } from "drizzle-orm";
import type { ContactLog } from "#app/domain/followups/contact-log";
import type { Followup } from "#app/domain/followups/followup";
import { planOnce, type Tx } from "#db/client.server";

const columns = sql`id, followup_id AS "followupId", held_at AS "heldAt", form, with_whom AS "withWhom", words,
  is_working_note AS "isWorkingNote", marks, step, logged_by_name AS "byName", received_at AS "receivedAt"`;
const followupColumns = sql`id, agreement_id AS "agreementId", step, purpose, form, due_on::text AS "dueOn",
  to_char(due_at, 'HH24:MI') AS "dueAt", status`;

/** What was said about an agreement, the latest first. A participant reads no working notes (row level security). */
export async function listLogs(tx: Tx, agreementId: string, limit: number): Promise<ContactLog[]> {
  const rows = await planOnce(tx).execute<ContactLog>(sql`
    SELECT ${columns} FROM followup_logs WHERE agreement_id = ${agreementId}
     ORDER BY held_at DESC, received_at DESC LIMIT ${limit}`);
  return rows.map(toLog);
}

/** What was said at one planned contact, in the order in which it came in. */
export async function listLogsOfFollowup(tx: Tx, followupId: string): Promise<ContactLog[]> {
  const rows = await planOnce(tx).execute<ContactLog>(sql`
    SELECT ${columns} FROM followup_logs WHERE followup_id = ${followupId} ORDER BY received_at, id`);
  return rows.map(toLog);
}

/** Who has logged a planned contact, but for one log, in the order in which they came in; `isOwn`: the user who asks. */
export async function listLoggers(
  tx: Tx,
  followupId: string,
  of: { userId: string | null; exceptLog: string | null },
): Promise<{ name: string; isOwn: boolean }[]> {
  return planOnce(tx).execute<{ name: string; isOwn: boolean }>(sql`
    SELECT logged_by_name AS name, logged_by_user IS NOT DISTINCT FROM ${of.userId}::text AS "isOwn" FROM followup_logs
     WHERE followup_id = ${followupId} AND id IS DISTINCT FROM ${of.exceptLog}::uuid ORDER BY received_at, id`);
}

/** The log with an id that a phone made, when it has come in already. */
export async function findLog(tx: Tx, id: string): Promise<{ agreementId: string } | null> {
  const [row] = await planOnce(tx).execute<{ agreementId: string }>(sql`
    SELECT agreement_id AS "agreementId" FROM followup_logs WHERE id = ${id}`);
  return row ?? null;
}

/** Writes a log down; false when its id is taken. */
export async function addLog(
  tx: Tx,
  agreement: { id: string; associationId: number },
  log: Omit<ContactLog, "byName" | "receivedAt"> & { nextFollowupId: string | null; writtenAt: string },
  by: { userId: string | null; name: string },
): Promise<boolean> {
  const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
  const rows = await tx.execute(sql`
    INSERT INTO followup_logs (id, association_id, agreement_id, followup_id, held_at, form, with_whom, words,
                               is_working_note, marks, step, next_followup_id, logged_by_user, logged_by_name, written_at)
    VALUES (${log.id}, ${agreement.associationId}, ${agreement.id}, ${log.followupId}, ${log.heldAt}::timestamptz,
            ${log.form}, ${texts(log.withWhom)}, ${log.words}, ${log.isWorkingNote}, ${texts(log.marks)}, ${log.step},
            ${log.nextFollowupId}, ${by.userId}, ${by.name}, ${log.writtenAt}::timestamptz)
    ON CONFLICT (id) DO NOTHING RETURNING 1`);
  return rows.length > 0;
}

/** The next contact that is planned for an agreement from a day on, but for one of them; null when there is none. */
export async function findNextPlanned(
  tx: Tx,
  agreementId: string,
  of: { from: string; except: string | null },
): Promise<Followup | null> {
  const [row] = await planOnce(tx).execute<Followup>(sql`
    SELECT ${followupColumns} FROM followups
     WHERE agreement_id = ${agreementId} AND status = 'planned' AND due_on >= ${of.from}::date
       AND id IS DISTINCT FROM ${of.except}::uuid
     ORDER BY due_on, due_at LIMIT 1`);
  return row ?? null;
}

function toLog(row: ContactLog): ContactLog {
  return {
    ...row,
    heldAt: new Date(row.heldAt).toISOString(),
    receivedAt: new Date(row.receivedAt).toISOString(),
  };
}
