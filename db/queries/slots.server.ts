import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/**
 * Takes one slot of a placement, or answers false when none is free. The row's own lock decides between many at once: the
 * condition is read again after waiting, so exactly as many win as there are slots.
 */
export async function takeSlot(tx: Tx, placementId: number): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE placements SET claimed = claimed + 1
     WHERE id = ${placementId} AND claimed < capacity AND status = 'published' RETURNING id`);
  return rows.length === 1;
}

/** Gives one slot back. */
export async function releaseSlot(tx: Tx, placementId: number): Promise<void> {
  await tx.execute(
    sql`UPDATE placements SET claimed = claimed - 1 WHERE id = ${placementId} AND claimed > 0`,
  );
}
