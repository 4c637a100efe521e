import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/**
 * Runs a part of somebody's transaction in another role, and gives the own one back, also when the part fails: whoever
 * catches the error goes on as before. Nothing else may be asked of the transaction meanwhile.
 */
export async function asRole<T>(tx: Tx, role: "system" | "identity", run: () => Promise<T>): Promise<T> {
  const [row] = await tx.execute<{ role: string }>(
    sql`SELECT coalesce(current_setting('app.role', true), '') AS role`,
  );
  const take = (which: string) => tx.execute(sql`SELECT set_config('app.role', ${which}, true)`);
  const own = row?.role ?? "";
  await take(role);
  try {
    const result = await run();
    await take(own);
    return result;
  } catch (error) {
    // A transaction that is broken takes no more statements, and the role ends with it.
    await take(own).catch(() => {});
    throw error;
  }
}
