import { sql } from "drizzle-orm";
import type { ReminderKind } from "#app/domain/notifications/reminders";
import type { Tx } from "#db/client.server";

export type NewNotification = {
  associationId: number;
  agreementId: string;
  kind: ReminderKind;
  subject: string;
  step: number;
  recipient: string;
  /** ISO moment. */
  sendAt: string;
};
export type Planned = { id: string; associationId: number; recipient: string; sendAt: string };

/** Plans what is not planned yet, and what nobody has said is done. Answers those that are new. */
export async function planNotifications(tx: Tx, rows: readonly NewNotification[]): Promise<Planned[]> {
  if (rows.length === 0) return [];
  const planned = await tx.execute<Planned>(sql`
    INSERT INTO notifications (association_id, agreement_id, kind, subject, step, recipient, send_at)
    SELECT n."associationId", n."agreementId", n.kind, n.subject, n.step, n.recipient, n."sendAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n ("associationId" integer, "agreementId" uuid, kind text,
           subject text, step smallint, recipient text, "sendAt" timestamptz)
     WHERE NOT EXISTS (SELECT FROM notifications d WHERE d.agreement_id = n."agreementId" AND d.kind = n.kind
                          AND d.subject = n.subject AND d.recipient = n.recipient AND d.done_at IS NOT NULL)
    ON CONFLICT DO NOTHING
    RETURNING id, association_id AS "associationId", recipient, send_at AS "sendAt"`);
  return planned.map((row) => ({ ...row, sendAt: new Date(row.sendAt).toISOString() }));
}

/** Those that should have been sent an hour ago and that no job is going to send: the next after `after`, by id. */
export async function listForgotten(tx: Tx, after: string, limit: number): Promise<Planned[]> {
  const rows = await tx.execute<Planned>(sql`
    SELECT n.id, n.association_id AS "associationId", n.recipient, n.send_at AS "sendAt"
      FROM notifications n
     WHERE n.settled_at IS NULL AND n.send_at < now() - interval '1 hour' AND n.id > ${after}::uuid
       AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j
                        WHERE j.key = 'notification:' || n.id AND j.attempts < j.max_attempts)
     ORDER BY n.id LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, sendAt: new Date(row.sendAt).toISOString() }));
}

/** A planned reminder, locked until the transaction ends. */
export type NotificationRow = {
  id: string;
  associationId: number;
  agreementId: string;
  kind: ReminderKind;
  subject: string;
  step: number;
  recipient: string;
  isSettled: boolean;
  isMailed: boolean;
  isTexted: boolean;
  /** Whether it, or the same thing said before, was marked as done. */
  isDone: boolean;
  /** ISO moment until which somebody else is sending it. */
  leasedUntil: string | null;
};
const selectNotification = sql`
  SELECT n.id, n.association_id AS "associationId", n.agreement_id AS "agreementId", n.kind, n.subject, n.step, n.recipient,
         n.settled_at IS NOT NULL AS "isSettled", n.mailed_at IS NOT NULL AS "isMailed", n.texted_at IS NOT NULL AS "isTexted",
         EXISTS (SELECT FROM notifications d WHERE d.agreement_id = n.agreement_id AND d.kind = n.kind
                    AND d.subject = n.subject AND d.recipient = n.recipient AND d.done_at IS NOT NULL) AS "isDone",
         CASE WHEN n.leased_until > now() THEN n.leased_until END AS "leasedUntil"
    FROM notifications n`;

export async function lockNotification(tx: Tx, id: string): Promise<NotificationRow | null> {
  const [row] = await tx.execute<NotificationRow>(
    sql`${selectNotification} WHERE n.id = ${id} FOR UPDATE OF n`,
  );
  return row ? withMoment(row) : null;
}

/** Those of a day's mail, locked. */
export async function lockDigestRows(tx: Tx, digestId: string): Promise<NotificationRow[]> {
  const rows = await tx.execute<NotificationRow>(sql`
    ${selectNotification} WHERE n.digest_id = ${digestId} AND n.settled_at IS NULL ORDER BY n.kind, n.id FOR UPDATE OF n`);
  return rows.map(withMoment);
}

/** Nobody else sends it for so many minutes. */
export async function leaseNotification(tx: Tx, id: string, minutes: number): Promise<void> {
  await tx.execute(sql`
    UPDATE notifications SET leased_until = now() + make_interval(mins => ${minutes}::integer) WHERE id = ${id}`);
}

/** One more secret that opens "already done": it is being sent. */
export async function addDoneSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE notifications SET token_hashes = array_append(token_hashes, ${hash}) WHERE id = ${id}`);
}

/** Puts it into the list of a role. */
export async function showNotification(tx: Tx, id: string, membershipId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE notifications SET membership_id = ${membershipId}::uuid, shown_at = coalesce(shown_at, now()) WHERE id = ${id}`);
}

/** Notes that it has gone by a channel. */
export async function markSent(tx: Tx, id: string, channel: "mail" | "sms"): Promise<void> {
  await tx.execute(
    channel === "mail"
      ? sql`UPDATE notifications SET mailed_at = now() WHERE id = ${id}`
      : sql`UPDATE notifications SET texted_at = now() WHERE id = ${id}`,
  );
}

/** Nothing more is done about it. `dropped`: why it was not sent. */
export async function settleNotification(tx: Tx, id: string, dropped: string | null = null): Promise<void> {
  await tx.execute(sql`
    UPDATE notifications SET settled_at = now(), leased_until = NULL, dropped = ${dropped} WHERE id = ${id}`);
}

function withMoment(row: NotificationRow): NotificationRow {
  return { ...row, leasedUntil: row.leasedUntil && new Date(row.leasedUntil).toISOString() };
}
