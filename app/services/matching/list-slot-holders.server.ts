import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import type { SlotHolder } from "#app/domain/matching/slot-holder";
import { withActor } from "#db/client.server";
import { recordDenied } from "#db/queries/audit.server";
import * as slots from "#db/queries/slots.server";

/** Which coordinators have the slots of a placement and until when, for staff to ask them; for others nobody. */
export function listSlotHolders(actor: Actor, placementId: number): Promise<SlotHolder[]> {
  return withActor(actor, async (tx) => {
    if (canPropose(actor, "slot_holders.read")) return slots.listSlotHolders(tx, placementId);
    await recordDenied(tx, actor, "slot_holders.read", String(placementId));
    return [];
  });
}
