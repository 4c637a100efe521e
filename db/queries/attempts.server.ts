import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** The counts that are still open for these keys. */
export async function readAttempts(tx: Tx, keys: string[]) {
  const rows = await tx.execute<{ key: string; attempts: number; resets_at: string }>(sql`
    SELECT key, attempts, resets_at FROM auth_rate_limits
     WHERE key = ANY (${sql.param(keys)}::text[]) AND resets_at > now()`);
  return rows.map((row) => ({ key: row.key, attempts: row.attempts, resetsAt: new Date(row.resets_at) }));
}

/** Adds one, in a window that begins with the first attempt. Old windows are swept away in passing. */
export async function countAttempt(tx: Tx, key: string, minutes: number): Promise<void> {
  await tx.execute(sql`
    INSERT INTO auth_rate_limits AS counted (key, attempts, resets_at)
    VALUES (${key}, 1, now() + make_interval(mins => ${minutes}))
    ON CONFLICT (key) DO UPDATE SET
      attempts = CASE WHEN counted.resets_at > now() THEN counted.attempts + 1 ELSE 1 END,
      resets_at = CASE WHEN counted.resets_at > now() THEN counted.resets_at ELSE excluded.resets_at END`);
  await tx.execute(sql`
    DELETE FROM auth_rate_limits WHERE key IN (
      SELECT key FROM auth_rate_limits WHERE resets_at < now() - interval '1 hour' LIMIT 20 FOR UPDATE SKIP LOCKED)`);
}

export async function clearAttempts(tx: Tx, keys: string[]): Promise<void> {
  await tx.execute(sql`DELETE FROM auth_rate_limits WHERE key = ANY (${sql.param(keys)}::text[])`);
}
