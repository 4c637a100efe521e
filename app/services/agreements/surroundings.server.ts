import type { Agreement } from "#app/domain/agreements/agreement";
import type { Surroundings } from "#app/domain/agreements/conflicts";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { isWhole } from "#app/domain/agreements/period";
import { today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { readPlacementFacts } from "#db/queries/agreement-facts.server";
import { listOthers } from "#db/queries/agreements.server";
import { readFreeSlot } from "#db/queries/slots.server";

/** What the world says beside an agreement's text; `period` is the text's, as far as it is written. */
export async function surroundingsOf(
  tx: Tx,
  { id, placementId, participantId, holdsSlot }: Agreement,
  period: AgreementDraft["period"],
): Promise<Surroundings> {
  const from = period.startsOn || null;
  const days = isWhole(period) ? { from, until: period.endsOn } : { from, until: null };
  const placement = await readPlacementFacts(tx, placementId);
  const slot = await readFreeSlot(tx, placementId, days, id);
  return {
    others: await listOthers(tx, participantId, id),
    placement: placement && {
      ...placement,
      // With its own slot, days that are not written yet take nothing from anybody.
      hasFreeSlot: slot.isFree || (holdsSlot && !isWhole(period)),
      nextFreeDay: slot.nextFreeDay,
    },
    today: today(),
  };
}
