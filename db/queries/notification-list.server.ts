import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { ReminderKind } from "#app/domain/notifications/reminders";
import type { Tx } from "#db/client.server";

/** A reminder as its owner reads it. `number` is null where the agreement is out of reach, or not to be named in a list. */
export type ListedRow = {
  id: string;
  agreementId: string;
  kind: ReminderKind;
  recipient: string;
  number: string | null;
  day: string | null;
  /** A change of what counts waits to be signed, not a first text. */
  isChange: boolean;
  shownAt: string;
  isRead: boolean;
  isDone: boolean;
};
/** As long as an employer reaches an agreement that has ended; counted so in session_holder too (0043). */
const shown = sql`n.shown_at > now() - interval '84 days'`;

/**
 * The own list of the role that asks (row level security), newest first: at most `limit` after `offset`. Neither number nor
 * day is told about somebody else with a protected identity.
 */
export async function listShown(
  tx: Tx,
  role: Actor["role"],
  limit: number,
  offset: number,
): Promise<ListedRow[]> {
  const rows = await tx.execute<ListedRow>(sql`
    SELECT n.id, n.agreement_id AS "agreementId", n.kind, n.recipient, g.number,
           CASE n.kind WHEN 'unsigned' THEN coalesce(nullif(split_part(n.subject, ' ', 2), ''), g.starts_on::text)
             ELSE n.subject END AS day,
           n.kind = 'unsigned' AND n.subject LIKE 'v% %' AS "isChange",
           n.shown_at AS "shownAt", n.read_at IS NOT NULL AS "isRead", n.done_at IS NOT NULL AS "isDone"
      FROM notifications n
      LEFT JOIN agreements g ON g.id = n.agreement_id
     WHERE ${shown} ORDER BY n.shown_at DESC, n.id LIMIT ${limit} OFFSET ${offset}`);
  const guarded = await guardedAmong(tx, role, [...new Set(rows.map(({ agreementId }) => agreementId))]);
  return rows.map((row) => ({
    ...row,
    ...(guarded.has(row.agreementId) ? { number: null, day: null } : {}),
    shownAt: new Date(row.shownAt).toISOString(),
  }));
}

/**
 * Which of these agreements are of somebody else with a protected identity. An employer sees no row of a participant, so the
 * role is changed for one statement and given back.
 */
async function guardedAmong(tx: Tx, role: Actor["role"], ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  await tx.execute(sql`SELECT set_config('app.role', 'system', true)`);
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g JOIN participants p ON p.id = g.participant_id
     WHERE g.id = ANY (${sql.param([...ids])}::uuid[]) AND p.protected_identity <> 'none'
       AND p.id IS DISTINCT FROM (SELECT app_participant())`);
  await tx.execute(sql`SELECT set_config('app.role', ${role}, true)`);
  return new Set(rows.map(({ id }) => id));
}

export async function countUnread(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM notifications n WHERE ${shown} AND n.read_at IS NULL`);
  return row?.count ?? 0;
}

/** Marks one as read. Null: it is not in the own list. */
export async function markRead(
  tx: Tx,
  id: string,
): Promise<{ agreementId: string; kind: ReminderKind; recipient: string } | null> {
  const [row] = await tx.execute<{ agreementId: string; kind: ReminderKind; recipient: string }>(sql`
    UPDATE notifications n SET read_at = coalesce(read_at, now()) WHERE n.id = ${id} AND ${shown}
    RETURNING n.agreement_id AS "agreementId", n.kind, n.recipient`);
  return row ?? null;
}

export async function markAllRead(tx: Tx): Promise<void> {
  await tx.execute(sql`UPDATE notifications n SET read_at = now() WHERE ${shown} AND n.read_at IS NULL`);
}

/** Marks one as done, and as read. False: it is not in the own list. */
export async function markDone(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE notifications n SET done_at = coalesce(done_at, now()), read_at = coalesce(read_at, now())
     WHERE n.id = ${id} AND ${shown} RETURNING 1`);
  return rows.length === 1;
}

/** What a mailed secret is about, as the product itself. Null: there is no such secret. */
export async function findBySecret(tx: Tx, hash: string) {
  const [row] = await tx.execute<{
    id: string;
    kind: ReminderKind;
    number: string;
    isProtected: boolean;
    isDone: boolean;
  }>(sql`
    SELECT n.id, n.kind, g.number, p.protected_identity <> 'none' AS "isProtected", n.done_at IS NOT NULL AS "isDone"
      FROM notifications n JOIN agreements g ON g.id = n.agreement_id JOIN participants p ON p.id = g.participant_id
     WHERE n.token_hashes @> ARRAY[${hash}::text]`);
  return row ?? null;
}

/** Marks what a mailed secret is about as done, as the product itself. False: there is no such secret. */
export async function markDoneBySecret(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE notifications SET done_at = coalesce(done_at, now()), read_at = coalesce(read_at, now())
     WHERE token_hashes @> ARRAY[${hash}::text] RETURNING 1`);
  return rows.length > 0;
}
