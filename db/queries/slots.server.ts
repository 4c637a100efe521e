import { sql } from "drizzle-orm";
import type { SlotHolder } from "#app/domain/matching/slot-holder";
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

/** Who has the slots of a placement, the hold that ends first at the top. Nobody but staff is told (0017). */
export async function listSlotHolders(tx: Tx, placementId: number): Promise<SlotHolder[]> {
  const rows = await tx.execute<{ holder: string | null; association: string; until: string | null }>(sql`
    SELECT holder, association, until FROM slot_holders(${placementId})`);
  return rows.map(({ holder, association, until }) => ({
    holder,
    association,
    until: until && new Date(until).toISOString(),
  }));
}

/** Gives one slot back. */
export async function releaseSlot(tx: Tx, placementId: number): Promise<void> {
  await tx.execute(
    sql`UPDATE placements SET claimed = claimed - 1 WHERE id = ${placementId} AND claimed > 0`,
  );
}
