import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isBegun } from "#app/domain/placements/offer-answers";
import { isStepDone } from "#app/domain/placements/offer-form";
import { isOpen } from "#app/domain/placements/offer-status";
import { type OfferStep, offerSteps } from "#app/domain/placements/offer-steps";
import { type OwnOffer, readOffer } from "#app/services/placements/offer-draft.server";
import { withActor } from "#db/client.server";
import { listReviews } from "#db/queries/reviews.server";

/** What a coordinator asked for, as the employer reads it. */
export type MorePlease = { reasons: string[]; note: string; callName: string; callPhone: string };
export type Progress = OwnOffer & {
  isOpen: boolean;
  steps: { step: OfferStep; state: "empty" | "begun" | "done" }[];
  more: MorePlease | null;
};

/** The offer that a secret opens, how far each step has come, and what a coordinator has asked for. Error: `not_found`. */
export async function readProgress(
  actor: Actor,
  secret: string | null,
): Promise<Outcome<Progress, "not_found">> {
  const own = await readOffer(actor, secret);
  if (!own.ok) return fail("not_found");
  const { offer } = own;
  const state = (step: OfferStep) =>
    !isBegun(step, offer.answers) ? "empty" : isStepDone(step, offer.answers) ? "done" : "begun";
  return done({
    ...offer,
    isOpen: isOpen(offer.status),
    steps: offerSteps.map((step) => ({ step, state: state(step) }) as const),
    more:
      offer.status === "more_needed" && offer.placementId !== null
        ? await lastAsked(offer.placementId)
        : null,
  });
}

/** What the product itself may read: the employer holds the key to the offer, not to the coordinators' decisions. */
async function lastAsked(placementId: number): Promise<MorePlease | null> {
  const reviews = await withActor(systemActor, (tx) => listReviews(tx, placementId));
  const last = reviews.find(({ decision }) => decision === "more_needed");
  return last
    ? { reasons: last.reasons, note: last.note, callName: last.callName, callPhone: last.callPhone }
    : null;
}
