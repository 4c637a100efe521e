import { distanceKm } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import type { Section, TaskPlacement, TodoPlacement } from "#app/domain/matching/todo";
import { daysBetween } from "#app/domain/organisations/day";
import { writeSubject } from "#app/domain/organisations/entry-fields";
import { isPersonalNumber } from "#app/domain/organisations/organisation-number";
import type { Colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { readOffer } from "#app/domain/placements/offer-form";
import { changedSinceQuestion, keptAtQuestion } from "#app/domain/placements/offer-question";
import type { OfferStatus } from "#app/domain/placements/offer-status";
import type { PlacementDetails } from "#app/domain/placements/placement";
import { changesAtReview } from "#app/domain/placements/review-changes";
import {
  answersAll,
  type Decision,
  decide,
  openIn,
  type ReviewForms,
} from "#app/domain/placements/review-decision";
import { type Finding, findingsOf } from "#app/domain/placements/review-findings";
import { type Demand, demands } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { giveRights } from "#app/services/placements/offer-take-in.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { insertContact } from "#db/queries/employer-contacts.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import { enqueue } from "#db/queries/jobs.server";
import * as listings from "#db/queries/offer-listings.server";
import {
  lockOfferOf,
  mergeAnswers,
  type OfferRow,
  setStatus as setOfferStatus,
  settleClaim,
} from "#db/queries/offers.server";
import { findPlacement, setStatus } from "#db/queries/placements.server";
import * as reviews from "#db/queries/reviews.server";

/** A listing as the coordinator looks it through. */
export type ListingReview = {
  placement: PlacementDetails;
  /** Null for an employer that is known by name and place only. */
  organisationNumber: string | null;
  employerVerified: boolean;
  isClaim: boolean;
  /** Null when the employer wrote the listing signed in. */
  offerStatus: OfferStatus | null;
  contact: { name: string; email: string; phone: string } | null;
  findings: Finding[];
  othersAtAddress: string[];
  othersWithPhone: string[];
  /** Demands that the employer left open; what stands in the listing is only typical of such tasks. */
  unknown: Demand[];
  supportUnknown: boolean;
  /** The fields that the employer has changed since it was asked for more; null when nobody has asked. */
  changed: string[] | null;
  earlier: reviews.Review[];
  callPhone: string;
};

/** A listing to look through. Errors: `not_found` (also for a place that is somebody else's to look through). */
export async function readReview(
  actor: Actor,
  id: number,
): Promise<Outcome<{ review: ListingReview }, "not_found">> {
  const { associationId, userId } = actor;
  if (!isReviewer(actor) || associationId === null || userId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const listing = await reviews.lockToReview(tx, id, actor);
    const placement = listing && (await findPlacement(tx, id));
    if (!listing || !placement) return fail("not_found");
    const offer = await lockOfferOf(tx, id);
    const answers = offer && readOffer(offer.answers);
    const contact = answers
      ? { name: answers.people.contactName, email: answers.people.email, phone: answers.people.phone }
      : await reviews.contactFor(tx, listing);
    const locality = await findLocality(`${placement.locality}, ${placement.municipalityCode}`, tx);
    const othersWithPhone = contact
      ? await reviews.employersWithPhone(tx, contact.phone, listing.employerId)
      : [];
    return done({
      review: {
        placement,
        organisationNumber: listing.organisationNumber,
        employerVerified: listing.employerVerified,
        isClaim: offer?.isClaim ?? false,
        offerStatus: offer?.status ?? null,
        contact,
        findings: findingsOf({
          isClaim: offer?.isClaim ?? false,
          employerVerified: listing.employerVerified,
          hasPersonalNumber: isPersonalNumber(listing.organisationNumber),
          supervisor: listing.supervisor,
          hoursMin: placement.hoursMin,
          hoursMax: placement.hoursMax,
          capacity: placement.capacity,
          othersAtAddress: listing.othersAtAddress.length,
          workplaceKnown: !listing.workplaceAlone,
          pinKm: locality ? distanceKm(locality.point, placement.point) : 0,
          othersWithPhone: othersWithPhone.length,
        }),
        othersAtAddress: listing.othersAtAddress,
        othersWithPhone,
        ...openIn(listing.unknownLevels),
        changed: offer && changedSinceQuestion(offer.answers),
        earlier: await reviews.listReviews(tx, id),
        callPhone: await reviews.lastCallPhone(tx, userId),
      },
    });
  });
}

/** Coordinators review; administrators where there is none (0029, reviewers_of). Which listings the query says. */
function isReviewer({ role }: Actor): boolean {
  return role === "coordinator" || role === "admin";
}

/** What waits for an administrator because no coordinator works where it is. Errors: `forbidden`. */
export async function listForAdministrator(
  actor: Actor,
): Promise<Outcome<{ inReview: Section<TodoPlacement> }, "forbidden">> {
  if (actor.role !== "admin" || actor.associationId === null) return fail("forbidden");
  const day = today();
  return withActor(actor, async (tx) => {
    const { rows, total } = await reviews.listForAdministrator(tx, 50);
    const inDays = (row: TaskPlacement) => ({
      ...row,
      waitedDays: daysBetween(row.createdOn, day),
    });
    return done({ inReview: { rows: rows.map(inDays), total } });
  });
}

/** A decision with what its form says. */
export type Said = { [Kind in Decision]: { decision: Kind; form: ReviewForms[Kind] } }[Decision];

/**
 * Approves a listing that is the actor's to review, asks for more, or refuses it; the employer is told by mail. A
 * refusal is a contact with the employer: `told` is what the mail says, for the contact log.
 * Errors: `not_found`, `wrong_status` (somebody else has decided), `incomplete` (an approval that leaves open what the
 * employer did not know).
 */
export async function decideOnListing(
  actor: Actor,
  id: number,
  said: Said,
  told = "",
): Promise<Outcome<object, "not_found" | "wrong_status" | "incomplete">> {
  const { associationId, userId } = actor;
  if (!isReviewer(actor) || associationId === null || userId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const listing = await reviews.lockToReview(tx, id, actor);
    if (!listing) return fail("not_found");
    const offer = await lockOfferOf(tx, id);
    const decision = decide(said.decision, listing, offer?.status ?? null);
    if (!decision.ok) return decision;
    if (said.decision === "approved" && !answersAll(said.form, openIn(listing.unknownLevels)))
      return fail("incomplete");
    if (said.decision === "approved") await approve(tx, actor, listing, offer, said.form);
    if (said.decision === "refused" && said.form.reasons.includes("not_the_employer"))
      await takeRightsBack(tx, listing, offer);
    if (said.decision !== "more_needed") await setStatus(tx, id, decision.placement, today());
    if (offer && decision.offer) {
      if (said.decision === "more_needed")
        await mergeAnswers(tx, offer.id, keptAtQuestion(offer.answers), decision.offer);
      else await setOfferStatus(tx, offer.id, decision.offer);
    }
    const { form } = said;
    const reviewId = await reviews.addReview(tx, {
      placementId: id,
      employerId: listing.employerId,
      associationId,
      decision: said.decision,
      reasons: "reasons" in form ? form.reasons : [],
      note: "note" in form ? form.note : "",
      callName: actor.name,
      callPhone: "phone" in form ? form.phone : "",
      userId,
      userName: actor.name,
    });
    if (said.decision === "refused") {
      const by = { userId, name: actor.name, associationId };
      await noteRefusal(tx, by, listing, offer, { key: reviewId, told: told || said.form.note });
    }
    await enqueue(tx, "mail_listing_decided", { reviewId });
    return done();
  });
}

/** What was refused, why, and who had sent it in, in the employer's contact log. */
async function noteRefusal(
  tx: Tx,
  by: Colleague,
  listing: reviews.ReviewedListing,
  offer: OfferRow | null,
  { key, told }: { key: string; told: string },
): Promise<void> {
  const people = offer && readOffer(offer.answers)?.people;
  const contact = people
    ? { name: people.contactName, email: people.email, phone: people.phone }
    : await reviews.contactFor(tx, listing);
  await insertContact(tx, by, listing.employerId, {
    key,
    channel: "mejl",
    happenedOn: today(),
    withWhom: contact ? [contact.name, contact.email, contact.phone].filter(Boolean).join(", ") : "",
    note: told,
    nextStep: "",
    nextStepOn: undefined,
  });
}

async function approve(
  tx: Tx,
  actor: Actor,
  listing: reviews.ReviewedListing,
  offer: OfferRow | null,
  form: ReviewForms["approved"],
): Promise<void> {
  const completed = demands.map((demand) => [demand, form[`demand_${demand}`]] as const);
  await noteChanges(tx, actor, listing, offer, form);
  await reviews.completeListing(tx, listing.id, {
    kinds: form.kinds,
    supportLevel: form.supportLevel,
    demands: Object.fromEntries(completed.filter(([, level]) => level !== undefined)),
  });
  // Who sent a claim is not the one who was looked at: the employer itself stays as known as it was.
  if (!offer?.isClaim) return listings.verifyEmployer(tx, listing.employerId);
  if (form.giveRights === "yes") await giveClaimedRights(tx, listing, offer);
  await settleClaim(tx, offer.id);
}

/** The employer reads what was filled in for it, by whom, and what it said itself. */
async function noteChanges(
  tx: Tx,
  actor: Actor,
  { id, employerId, unknownLevels }: reviews.ReviewedListing,
  offer: OfferRow | null,
  form: ReviewForms["approved"],
): Promise<void> {
  const placement = (await findPlacement(tx, id))!;
  const changes = changesAtReview(placement, offer && readOffer(offer.answers), form, unknownLevels);
  if (changes.length === 0) return;
  const subject = writeSubject(placement.title, changes);
  await noteEntry(tx, actor, { employerId, what: "placement", done: "changed", subject });
}

/** Lets the sender of a claim look after the employer's places. */
export async function giveClaimedRights(
  tx: Tx,
  listing: { employerId: number; workplaceId: number },
  offer: OfferRow,
): Promise<void> {
  const answers = readOffer(offer.answers);
  if (!answers || offer.confirmedEmail === null) return;
  await giveRights(tx, listing.employerId, listing.workplaceId, answers, offer.confirmedEmail);
}

/** Who was not the employer shall not act for it; nobody's right at a verified employer is touched. */
async function takeRightsBack(
  tx: Tx,
  listing: reviews.ReviewedListing,
  offer: OfferRow | null,
): Promise<void> {
  const email = offer?.confirmedEmail;
  if (!email || offer.isClaim || listing.employerVerified) return;
  await asIdentity(tx, () => listings.removeEmployerRights(tx, listing.employerId, email));
  await listings.removeContactPerson(tx, listing.employerId, email);
}
