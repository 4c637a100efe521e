import type { Actor } from "#app/domain/identity/actor";
import { mayKnowHolders, type SlotHolder } from "#app/domain/matching/slot-holder";
import { withActor } from "#db/client.server";
import * as slots from "#db/queries/slots.server";

/** Which coordinators have the slots of a placement and until when, for staff to ask them; for others nobody. */
export function listSlotHolders(actor: Actor, placementId: number): Promise<SlotHolder[]> {
  return withActor(actor, async (tx) =>
    mayKnowHolders(actor) ? slots.listSlotHolders(tx, placementId) : [],
  );
}
