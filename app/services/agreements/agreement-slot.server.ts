import type { Agreement } from "#app/domain/agreements/agreement";
import type { Period } from "#app/domain/agreements/period";
import type { SlotEffect } from "#app/domain/agreements/transitions";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Tx } from "#db/client.server";
import { holdSlotOn, reserveSlot } from "#db/queries/slots.server";

type Holder = Pick<Agreement, "id" | "holdsSlot" | "placementId">;

/**
 * The slot follows a step: taken for the days of the text, kept, or given back at once, when the agreement's row says so
 * (docs/decisions/008). Errors: `slot_taken`.
 */
export async function followWithSlot(
  tx: Tx,
  agreement: Holder,
  effect: SlotEffect,
  period: Period | null = null,
): Promise<Outcome<{ holds: boolean }, "slot_taken">> {
  if (effect === "keep") return done({ holds: agreement.holdsSlot });
  if (effect === "release") return done({ holds: false });
  return (await takeSlotFor(tx, agreement, period)) ? done({ holds: true }) : fail("slot_taken");
}

/** Gives an agreement its slot on the days of a period, those it has already included; false when one of them is full. */
export async function takeSlotFor(tx: Tx, agreement: Holder, period: Period | null): Promise<boolean> {
  if (period === null && agreement.holdsSlot) return true;
  const days = { from: period?.startsOn ?? null, until: period?.endsOn ?? null };
  if (!(await reserveSlot(tx, agreement.placementId, days, agreement.id))) return false;
  await holdSlotOn(tx, agreement.id, days);
  return true;
}

/** Keeps the slot on these days, a part of those it had, and gives the others back. */
export async function keepSlotOn(tx: Tx, { id, holdsSlot }: Holder, period: Period | null): Promise<void> {
  if (holdsSlot && period) await holdSlotOn(tx, id, { from: period.startsOn, until: period.endsOn });
}

/** The days of both: while a longer time is on its way, it is kept free and the old one stays. */
export function bothOf(a: Period, b: Period): Period {
  return {
    startsOn: a.startsOn < b.startsOn ? a.startsOn : b.startsOn,
    endsOn: a.endsOn > b.endsOn ? a.endsOn : b.endsOn,
  };
}
