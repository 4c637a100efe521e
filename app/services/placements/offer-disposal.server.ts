import { systemActor } from "#app/domain/identity/actor";
import { withActor } from "#db/client.server";
import { disposeOffers as dispose } from "#db/queries/offers.server";

/** Removes untouched drafts and decided offers after 30 days; answers how many. Safe to run many times. */
export function disposeOffers(): Promise<number> {
  return withActor(systemActor, dispose);
}
