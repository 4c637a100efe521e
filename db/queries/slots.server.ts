import { sql } from "drizzle-orm";
import type { SlotHolder } from "#app/domain/matching/slot-holder";
import type { Executor, Tx } from "#db/client.server";

/** ISO dates, both included; null is open: from now on, or nobody knows for how long. */
export type SlotDays = { from: string | null; until: string | null };

/**
 * Makes sure of one slot of a placement on all of these days, or answers false when one of them is full. The placement's
 * row is locked until the transaction ends: exactly as many win as there are slots. The slot is taken by the row that
 * says `holds_slot` afterwards; the database counts it then, and refuses a day too many (0045). `but`: an agreement
 * whose own days are not counted.
 */
export async function reserveSlot(
  tx: Tx,
  placementId: number,
  { from, until }: SlotDays,
  but: string | null = null,
): Promise<boolean> {
  const [row] = await tx.execute<{ free: boolean }>(sql`
    SELECT has_free_slot(${placementId}, ${from}::date, ${until}::date, ${but}::uuid, true) AS free`);
  return row?.free ?? false;
}

/** Whether a slot is free on all of these days, and the first day from which one is: null when nobody knows. */
export async function readFreeSlot(
  tx: Tx,
  placementId: number,
  { from, until }: SlotDays,
  but: string | null,
) {
  const [row] = await tx.execute<{ free: boolean; next: string | null }>(sql`
    SELECT has_free_slot(${placementId}, ${from}::date, ${until}::date, ${but}::uuid, false) AS free,
           next_free_day(${placementId})::text AS next`);
  return { isFree: row?.free ?? false, nextFreeDay: row?.next ?? null };
}

/** Free slots from a day on, for placements by id. */
export async function listFreeFrom(
  executor: Executor,
  placementIds: readonly number[],
  day: string,
): Promise<Map<number, number>> {
  if (placementIds.length === 0) return new Map();
  const rows = await executor.execute<{ placement: number; free: number }>(sql`
    SELECT placement, free FROM free_slots_from(${`{${placementIds.join(",")}}`}::text::integer[], ${day}::date)`);
  return new Map(rows.map(({ placement, free }) => [placement, free]));
}

/** The same placements with the slots that are free from a day on. */
export async function freeFrom<Place extends { id: number; freeSlots: number; capacity: number }>(
  executor: Executor,
  places: Place[],
  day: string,
): Promise<Place[]> {
  const taken = places.filter(({ freeSlots, capacity }) => freeSlots < capacity).map(({ id }) => id);
  const free = await listFreeFrom(executor, taken, day);
  return places.map((place) => ({ ...place, freeSlots: free.get(place.id) ?? place.freeSlots }));
}

/** An agreement has its slot on these days. Make sure of it first (`reserveSlot`); fewer days than before are always given. */
export async function holdSlotOn(tx: Tx, agreementId: string, { from, until }: SlotDays): Promise<void> {
  await tx.execute(sql`
    UPDATE agreements SET holds_slot = true, slot_from = ${from}::date, slot_until = ${until}::date
     WHERE id = ${agreementId}`);
}

/** Gives back one slot whose last day has been; rows that another process is working on are left to it. */
export async function releaseEndedSlot(tx: Tx): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE agreements SET holds_slot = false
     WHERE id = (SELECT id FROM agreements WHERE holds_slot AND slot_until < swedish_today()
                  ORDER BY slot_until LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING 1`);
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
