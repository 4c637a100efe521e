import type { Agreement } from "#app/domain/agreements/agreement";
import type { SlotEffect } from "#app/domain/agreements/transitions";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Tx } from "#db/client.server";
import { releaseSlot, takeSlot } from "#db/queries/slots.server";

/**
 * The slot follows a step: taken once, kept, or given back at once. The placement's own row decides between many at once
 * (docs/decisions/008). Errors: `slot_taken`.
 */
export async function followWithSlot(
  tx: Tx,
  agreement: Pick<Agreement, "holdsSlot" | "placementId">,
  effect: SlotEffect,
): Promise<Outcome<{ holds: boolean }, "slot_taken">> {
  const { holdsSlot, placementId } = agreement;
  if (effect === "keep" || (effect === "take" && holdsSlot)) return done({ holds: holdsSlot });
  if (effect === "take")
    return (await takeSlot(tx, placementId)) ? done({ holds: true }) : fail("slot_taken");
  if (holdsSlot) await releaseSlot(tx, placementId);
  return done({ holds: false });
}
