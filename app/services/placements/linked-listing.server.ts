import { systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canConfirm, changeTo } from "#app/domain/placements/transitions";
import { today } from "#app/platform/clock.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { withActor } from "#db/client.server";
import { findLinked, type LinkedListing } from "#db/queries/listing-links.server";
import { confirmPlacement, setStatus } from "#db/queries/placements.server";

/** What can be said about a listing through the link of a reminder. */
export const listingAnswers = ["confirm", "pause", "end"] as const;
export type ListingAnswer = (typeof listingAnswers)[number];

/** The listing that a mailed link opens; looking at it changes nothing. Errors: `link_used` (too old, or never was). */
export function readLinkedListing(token: string): Promise<Outcome<{ listing: LinkedListing }, "link_used">> {
  return withActor(systemActor, async (tx) => {
    const listing = await findLinked(tx, hashToken(token), false);
    return listing ? done({ listing }) : fail("link_used");
  });
}

/**
 * Says through a mailed link that a listing is right, pauses it, or that it is no more. The same said twice is said once.
 * Errors: `link_used`, `wrong_status`, `slots_taken`.
 */
export function answerLinkedListing(
  token: string,
  answer: ListingAnswer,
): Promise<Outcome<object, "link_used" | "wrong_status" | "slots_taken">> {
  return withActor(systemActor, async (tx) => {
    const listing = await findLinked(tx, hashToken(token), true);
    if (!listing) return fail("link_used");
    if (answer === "confirm") {
      if (!canConfirm(listing.status)) return fail("wrong_status");
      await confirmPlacement(tx, listing.id, today());
      return done();
    }
    const to = answer === "pause" ? "paused" : "archived";
    if (listing.status === to) return done();
    // Whoever got the mail answers for the employer.
    const decision = changeTo(listing, to, "employer");
    if (!decision.ok) return decision;
    await setStatus(tx, listing.id, to, today());
    return done();
  });
}
