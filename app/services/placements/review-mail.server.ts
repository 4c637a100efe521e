import { systemActor } from "#app/domain/identity/actor";
import type { OfferLanguage } from "#app/domain/placements/offer-status";
import { appUrl } from "#app/platform/env.server";
import { addressWithKey } from "#app/services/placements/offer-mail.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { findEmployerUser, readUser } from "#db/queries/offer-listings.server";
import { lockOfferOf } from "#db/queries/offers.server";
import { findReview, listReviews, readForMail } from "#db/queries/reviews.server";

/** What the mail about a listing to look through needs, for one coordinator or one contact of the employer. */
export function prepareListingToLookAt(
  placementId: number,
  userId: string,
  page: "coordinator" | "employer",
) {
  return withActor(systemActor, async (tx) => {
    const listing = await readForMail(tx, placementId);
    const user = await asIdentity(tx, () => readUser(tx, userId));
    // Somebody has decided while the mail waited.
    if (!listing || !user || listing.status !== "in_review") return null;
    const path =
      page === "coordinator" ? `/samordnare/granska/${placementId}` : `/arbetsgivare/granska/${placementId}`;
    const [last] = await listReviews(tx, placementId);
    return {
      isCompleted: last?.decision === "more_needed",
      to: user.email,
      name: user.name,
      title: listing.title,
      employer: listing.employerName,
      locality: listing.locality,
      url: `${appUrl}${path}`,
    };
  });
}

/** What the mail about a decision needs; "more is needed" carries a link that opens the form. Null: nobody to tell. */
export function prepareDecision(reviewId: string) {
  return withActor(systemActor, async (tx) => {
    const review = await findReview(tx, reviewId);
    const listing = review && (await readForMail(tx, review.placementId));
    if (!review || !listing) return null;
    const offer = await lockOfferOf(tx, review.placementId);
    const to = offer?.confirmedEmail ?? listing.emails[0];
    if (!to) return null;
    const language: OfferLanguage = offer?.language ?? "sv";
    const isMore = review.decision === "more_needed";
    const url = !isMore
      ? `${appUrl}/platser/${review.placementId}`
      : offer
        ? await addressWithKey(tx, offer.id, "write", to)
        : `${appUrl}/arbetsgivare`;
    // The public form leaves some of the listing to whoever reviews it; the employer's own word fills in nothing.
    const completed = review.decision === "approved" && review.byStaff && offer !== null;
    const signsIn = await asIdentity(tx, () => findEmployerUser(tx, review.employerId, to));
    const entriesUrl = completed && signsIn ? `${appUrl}/arbetsgivare/antecknat` : null;
    const { decision, reasons, note, callName, callPhone, userName } = review;
    return {
      ...{ to, language, url, decision, reasons, note, callName, callPhone, userName, completed, entriesUrl },
      title: listing.title,
      employer: listing.employerName,
    };
  });
}
