import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { readOffer } from "#app/domain/placements/offer-form";
import type { PlacementDetails } from "#app/domain/placements/placement";
import { decide } from "#app/domain/placements/review-decision";
import { today } from "#app/platform/clock.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { giveClaimedRights } from "#app/services/placements/review-listing.server";
import type { Tx } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { lockOfferOf, setStatus as setOfferStatus, settleClaim } from "#db/queries/offers.server";
import { findPlacement, setStatus } from "#db/queries/placements.server";
import * as reviews from "#db/queries/reviews.server";

/** What the employer's own contact can say about a listing that somebody else sent in. */
export const claimAnswers = ["ours_and_rights", "ours", "not_ours"] as const;
export type ClaimAnswer = (typeof claimAnswers)[number];

/** A listing that somebody sent in for the actor's employer, and who. Errors: `not_found`. */
export async function readClaim(
  actor: Actor,
  id: number,
): Promise<Outcome<{ placement: PlacementDetails; sender: { name: string; email: string } }, "not_found">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    if (!may(posts, "people.manage")) return fail("not_found");
    const found = await lockClaim(tx, id, employerId);
    const placement = found && (await findPlacement(tx, id));
    const answers = found && readOffer(found.offer.answers);
    if (!placement || !answers) return fail("not_found");
    return done({
      placement,
      sender: { name: answers.people.contactName, email: found.offer.confirmedEmail ?? answers.people.email },
    });
  });
}

/**
 * The employer's own contact says whether the listing is theirs, and whether the sender may look after their places. A
 * verified employer's word publishes; before that only a coordinator's does. Errors: `not_found`, `wrong_status`.
 */
export async function answerClaim(
  actor: Actor,
  id: number,
  answer: ClaimAnswer,
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    if (!may(posts, "people.manage")) return fail("not_found");
    const found = await lockClaim(tx, id, employerId);
    if (!found) return fail("not_found");
    const { listing, offer } = found;
    const said = answer === "not_ours" ? "refused" : "approved";
    const decision = decide(said, listing, offer.status);
    if (!decision.ok) return decision;
    if (answer === "ours_and_rights") await giveClaimedRights(tx, listing, offer);
    await setStatus(tx, id, decision.placement, today());
    await settleClaim(tx, offer.id);
    if (decision.offer) await setOfferStatus(tx, offer.id, decision.offer);
    const reviewId = await reviews.addReview(tx, {
      placementId: id,
      employerId,
      associationId: null,
      decision: said,
      reasons: answer === "not_ours" ? ["not_the_employer"] : [],
      note: "",
      callName: "",
      callPhone: "",
      userId: actor.userId,
      userName: actor.name,
    });
    await enqueue(tx, "mail_listing_decided", { reviewId });
    return done();
  });
}

/** The listings that somebody else sent in for the actor's employer and that wait for a word: id and title. */
export async function listClaims(actor: Actor): Promise<{ id: number; title: string }[]> {
  const listed = await asEmployer(actor, async (tx, { employerId, posts }) =>
    may(posts, "people.manage")
      ? done({ claims: await reviews.listClaims(tx, employerId) })
      : fail("not_found"),
  );
  return listed.ok ? listed.claims : [];
}

/** Only a verified employer's people can vouch for somebody; an unverified one waits for the coordinator itself. */
async function lockClaim(tx: Tx, id: number, employerId: number) {
  const listing = await reviews.lockAtEmployer(tx, id, employerId);
  const offer = listing?.employerVerified ? await lockOfferOf(tx, id) : null;
  return listing && offer?.isClaim && listing.status === "in_review" ? { listing, offer } : null;
}
