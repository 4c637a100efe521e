import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

export type Digest = { id: string; isMailed: boolean; leasedUntil: string | null };

/**
 * The mail of a day to one coordinator, locked: begun now with everything that waits for it, or as it was begun. Null when
 * nothing waits.
 */
export async function openDigest(
  tx: Tx,
  of: { associationId: number; userId: string; day: string },
): Promise<Digest | null> {
  const [begun] = await tx.execute<{ id: string }>(sql`
    INSERT INTO notification_digests (association_id, user_id, day)
    SELECT ${of.associationId}, ${of.userId}, ${of.day}::date
     WHERE EXISTS (SELECT FROM notifications n WHERE n.association_id = ${of.associationId} AND n.settled_at IS NULL
                      AND n.recipient = ${`coordinator:${of.userId}`} AND n.send_at <= now())
    ON CONFLICT DO NOTHING RETURNING id`);
  if (begun)
    await tx.execute(sql`
      UPDATE notifications SET digest_id = ${begun.id}
       WHERE association_id = ${of.associationId} AND recipient = ${`coordinator:${of.userId}`} AND settled_at IS NULL
         AND send_at <= now() AND digest_id IS NULL`);
  const [row] = await tx.execute<Digest>(sql`
    SELECT id, mailed_at IS NOT NULL AS "isMailed",
           CASE WHEN leased_until > now() THEN leased_until END AS "leasedUntil"
      FROM notification_digests
     WHERE association_id = ${of.associationId} AND user_id = ${of.userId} AND day = ${of.day}::date FOR UPDATE`);
  return row ? { ...row, leasedUntil: row.leasedUntil && new Date(row.leasedUntil).toISOString() } : null;
}

/** A mail of a day before that was begun and never came away goes first. */
export async function findUnfinishedDigest(
  tx: Tx,
  of: { associationId: number; userId: string },
): Promise<string | null> {
  const [row] = await tx.execute<{ day: string }>(sql`
    SELECT day::text FROM notification_digests
     WHERE association_id = ${of.associationId} AND user_id = ${of.userId} AND mailed_at IS NULL ORDER BY day LIMIT 1`);
  return row?.day ?? null;
}

export async function leaseDigest(tx: Tx, id: string, minutes: number): Promise<void> {
  await tx.execute(sql`
    UPDATE notification_digests SET leased_until = now() + make_interval(mins => ${minutes}::integer) WHERE id = ${id}`);
}

/** The mail has gone (or there was nothing to say), and with it everything that it told. */
export async function finishDigest(tx: Tx, id: string): Promise<void> {
  await tx.execute(
    sql`UPDATE notification_digests SET mailed_at = now(), leased_until = NULL WHERE id = ${id}`,
  );
  await tx.execute(sql`
    UPDATE notifications SET mailed_at = now(), settled_at = now() WHERE digest_id = ${id} AND settled_at IS NULL`);
}

/** Whether something waits that no mail has begun to tell. */
export async function waitsForDigest(
  tx: Tx,
  of: { associationId: number; userId: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM notifications WHERE association_id = ${of.associationId} AND recipient = ${`coordinator:${of.userId}`}
       AND settled_at IS NULL AND digest_id IS NULL LIMIT 1`);
  return rows.length > 0;
}
