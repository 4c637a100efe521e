import type { Agreement } from "#app/domain/agreements/agreement";
import type { Surroundings } from "#app/domain/agreements/conflicts";
import { today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { readPlacementFacts } from "#db/queries/agreement-facts.server";
import { listOthers } from "#db/queries/agreements.server";

/** What the world says beside an agreement's text. */
export async function surroundingsOf(tx: Tx, agreement: Agreement): Promise<Surroundings> {
  const placement = await readPlacementFacts(tx, agreement.placementId);
  return {
    others: await listOthers(tx, agreement.participantId, agreement.id),
    placement: placement && { ...placement, holdsSlot: agreement.holdsSlot },
    today: today(),
  };
}
