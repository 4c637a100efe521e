import { systemActor } from "#app/domain/identity/actor";
import { readOffer } from "#app/domain/placements/offer-form";
import type { OfferLanguage } from "#app/domain/placements/offer-status";
import { appUrl } from "#app/platform/env.server";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { type Tx, withActor } from "#db/client.server";
import { hasCoordinator } from "#db/queries/offer-listings.server";
import { addKey, findOffer, type KeyPurpose } from "#db/queries/offers.server";
import { readForMail } from "#db/queries/reviews.server";

/** Makes a new key for a mail and gives its address; only the hash is kept, so each mail has one of its own. */
export async function addressWithKey(
  tx: Tx,
  offerId: string,
  purpose: KeyPurpose,
  email: string,
): Promise<string> {
  const secret = makeSecret();
  await addKey(tx, { offerId, tokenHash: hashToken(secret), purpose, email });
  return `${appUrl}/erbjud-plats/${purpose === "confirm" ? "bekrafta" : "lank"}/${secret}`;
}

/** What the mail with a link to an offer needs, with a link of its own. Null: there is nothing to send any more. */
export function prepareOfferLink(
  offerId: string,
  purpose: KeyPurpose,
): Promise<{ to: string; language: OfferLanguage; url: string } | null> {
  return withActor(systemActor, async (tx) => {
    const offer = await findOffer(tx, offerId);
    if (!offer?.email || offer.status === "approved" || offer.status === "refused") return null;
    const url = await addressWithKey(tx, offerId, purpose, offer.email);
    return { to: offer.email, language: offer.language, url };
  });
}

/** What the mail "we have it" needs. */
export function prepareReceived(offerId: string) {
  return withActor(systemActor, async (tx) => {
    const offer = await findOffer(tx, offerId);
    const listing = offer?.placementId ? await readForMail(tx, offer.placementId) : null;
    if (!offer?.confirmedEmail || !listing || !readOffer(offer.answers)) return null;
    return {
      to: offer.confirmedEmail,
      language: offer.language,
      isClaim: offer.isClaim,
      title: listing.title,
      employer: listing.employerName,
      municipality: listing.municipality,
      hasCoordinator: await hasCoordinator(tx, listing.municipalityCode),
      published: listing.status === "published",
      url: `${appUrl}/platser/${offer.placementId}`,
      home: `${appUrl}/logga-in`,
    };
  });
}
