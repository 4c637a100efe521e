import type { Tx } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { listReviewers } from "#db/queries/offer-listings.server";
import { municipalityOf } from "#db/queries/placements.server";

/** Tells whoever looks through listings there that one waits. */
export async function announceListing(tx: Tx, placementId: number): Promise<void> {
  const municipality = await municipalityOf(tx, placementId);
  for (const userId of await listReviewers(tx, municipality))
    await enqueue(tx, "mail_listing_arrived", { placementId, userId });
}
