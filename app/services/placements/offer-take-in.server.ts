import { randomUUID } from "node:crypto";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { type Offer, readOffer } from "#app/domain/placements/offer-form";
import { listingOf, sectorOf, unknownLevels } from "#app/domain/placements/offer-listing";
import { after } from "#app/domain/placements/offer-status";
import { today } from "#app/platform/clock.server";
import { announceListing } from "#app/services/placements/announce-listing.server";
import { findPlace } from "#app/services/placements/offer-place.server";
import type { Tx } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { addMembership, addUser } from "#db/queries/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import * as listings from "#db/queries/offer-listings.server";
import { type OfferRow, setTakenIn } from "#db/queries/offers.server";
import { insertPlacement, updatePlacement } from "#db/queries/placement-form.server";
import { setStatus } from "#db/queries/placements.server";

type Problem = "incomplete" | "wrong_status";

/**
 * Makes a listing of an offer whose address is confirmed, or brings the one it made up to date: employer, workplace,
 * placement, contact person and account. Nobody gets a right at an employer that is known already; such a listing
 * is a claim, and waits. A verified employer's own listing publishes at once. Runs as the product itself.
 */
export async function takeIn(
  tx: Tx,
  offer: OfferRow,
  email: string,
): Promise<Success<{ placementId: number; published: boolean }> | Failure<Problem>> {
  const answers = readOffer(offer.answers);
  const where = answers && (await findPlace(answers.place, tx));
  if (!answers || !where) return fail("incomplete");
  // Somebody has decided otherwise, past the review: what was asked for is not asked for any more.
  if (offer.placementId !== null && !(await listings.lockInReview(tx, offer.placementId)))
    return fail("wrong_status");
  const whose = await whoseIsIt(tx, offer, answers, email);
  const published = whose.verified && !whose.isClaim;
  const moved = after(offer.status, published ? "publish" : "take_in");
  if (!moved.ok) return moved;

  const mayChange =
    offer.placementId === null ? !whose.isClaim : await listings.isAloneAtWorkplace(tx, offer.placementId);
  const workplaceId = await listings.placeWorkplace(
    tx,
    whose.employerId,
    {
      name: answers.employer.workplaceName || answers.employer.employerName,
      address: answers.place.address,
      locality: where.locality.name,
      municipalityCode: where.locality.municipalityCode,
      point: where.point,
    },
    mayChange,
  );
  const userId = whose.isClaim ? null : await giveRights(tx, whose.employerId, workplaceId, answers, email);
  const placementId = await savePlacement(tx, offer, answers, { ...whose, workplaceId, userId });
  if (published) await setStatus(tx, placementId, "published", today());
  await setTakenIn(tx, {
    id: offer.id,
    status: moved.to,
    email,
    placementId,
    employerId: whose.employerId,
    isClaim: whose.isClaim,
  });
  await tellEverybody(tx, offer.id, placementId, { ...whose, published });
  return done({ placementId, published });
}

type Whose = { employerId: number; verified: boolean; isClaim: boolean };

async function whoseIsIt(tx: Tx, offer: OfferRow, { employer }: Offer, email: string): Promise<Whose> {
  const { organisationNumber, employerName } = employer;
  if (offer.employerId === null) {
    const added = await listings.addUnverifiedEmployer(tx, {
      organisationNumber,
      name: employerName,
      sector: sectorOf(organisationNumber),
    });
    if (added !== null) return { employerId: added, verified: false, isClaim: false };
  }
  // The number may have been merged away since: the employer that the offer came to counts.
  const known = (
    offer.employerId === null
      ? await listings.findEmployerByNumber(tx, organisationNumber)
      : await listings.findEmployer(tx, offer.employerId)
  )!;
  const own = await asIdentity(tx, () => listings.findEmployerUser(tx, known.id, email));
  return { employerId: known.id, verified: known.verified, isClaim: own === null };
}

/** The account that the sender signs in to by link, and the sender among the employer's contact persons. */
export async function giveRights(
  tx: Tx,
  employerId: number,
  workplaceId: number,
  { people }: Offer,
  email: string,
): Promise<string> {
  const userId = await asIdentity(tx, async () => {
    const id = await addUser(tx, { id: randomUUID(), email, name: people.contactName });
    await addMembership(tx, id, { role: "employer", employerId });
    return id;
  });
  await listings.addContactPerson(tx, {
    employerId,
    workplaceId,
    name: people.contactName,
    email,
    phone: people.phone,
    userId,
  });
  return userId;
}

async function savePlacement(
  tx: Tx,
  offer: OfferRow,
  answers: Offer,
  { employerId, workplaceId, userId }: { employerId: number; workplaceId: number; userId: string | null },
): Promise<number> {
  const suggested = typeof offer.answers.suggestedTitle === "string" ? offer.answers.suggestedTitle : "";
  const wanted = answers.tasks.title || suggested || answers.employer.employerName;
  const save = async (title: string) => ({
    ...listingOf(answers, title),
    unknownLevels: unknownLevels(answers),
    employerId,
    workplaceId,
  });
  if (offer.placementId !== null) {
    if (!(await updatePlacement(tx, offer.placementId, await save(wanted), today()))) {
      const title = await listings.freeTitle(tx, workplaceId, wanted);
      await updatePlacement(tx, offer.placementId, await save(title), today());
    }
    return offer.placementId;
  }
  const title = await listings.freeTitle(tx, workplaceId, wanted);
  const by = { status: "in_review" as const, userId: userId ?? "", today: today() };
  return (await insertPlacement(tx, await save(title), by))!;
}

async function tellEverybody(
  tx: Tx,
  offerId: string,
  placementId: number,
  { employerId, isClaim, verified, published }: Whose & { published: boolean },
): Promise<void> {
  await enqueue(tx, "mail_offer_received", { offerId });
  if (published) return;
  await announceListing(tx, placementId);
  if (!isClaim || !verified) return;
  for (const userId of await asIdentity(tx, () => listings.listEmployerUsers(tx, employerId)))
    await enqueue(tx, "mail_listing_claimed", { placementId, userId });
}
