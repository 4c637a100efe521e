import type { Tx } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import { listCoordinators } from "#db/queries/offer-listings.server";
import { municipalityOf } from "#db/queries/placements.server";

/** Tells the coordinators there that a listing waits to be looked at. */
export async function announceListing(tx: Tx, placementId: number): Promise<void> {
  const municipality = await municipalityOf(tx, placementId);
  const coordinators = await asIdentity(tx, () => listCoordinators(tx, municipality));
  for (const userId of coordinators) await enqueue(tx, "mail_listing_arrived", { placementId, userId });
}
