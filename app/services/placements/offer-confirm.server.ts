import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome, type Success } from "#app/domain/outcome";
import { readOffer } from "#app/domain/placements/offer-form";
import { hashToken } from "#app/platform/session-cookie.server";
import type { OwnOffer } from "#app/services/placements/offer-draft.server";
import { withKey } from "#app/services/placements/offer-key.server";
import { takeIn } from "#app/services/placements/offer-take-in.server";
import { withActor } from "#db/client.server";
import { findByKey, holdKey, lockOffer, type OfferRow } from "#db/queries/offers.server";

/** What a confirmation link is about, and whether it has done its work; looking at it changes nothing. Failure: `link_used` (too old, or never was). */
export async function readConfirmation(
  actor: Actor,
  token: string,
): Promise<Outcome<{ offer: OwnOffer; isTaken: boolean }, "link_used">> {
  const found = await withKey(actor, token, (tx, hash) => findByKey(tx, hash, "confirm"));
  return found && isForAddress(found) ? done({ offer: found, isTaken: isTaken(found) }) : fail("link_used");
}

/**
 * Says that the address is right and makes a listing of the offer. Clicking twice, or in two windows, makes one listing.
 * Failures: `link_used`, `incomplete` (changed since, and something is missing now), `wrong_status`.
 */
export async function confirmOffer(
  actor: Actor,
  token: string,
): Promise<Success<{ published: boolean }> | Failure<"link_used" | "incomplete" | "wrong_status">> {
  // Whoever holds the link may confirm; what follows of it is the product's own doing.
  const opened = await readConfirmation(actor, token);
  if (!opened.ok) return opened;
  return withActor(systemActor, async (tx) => {
    const hash = hashToken(token);
    await holdKey(tx, hash);
    const found = await findByKey(tx, hash, "confirm");
    const offer = found && (await lockOffer(tx, found.id));
    if (!offer || !isForAddress({ ...offer, keyEmail: found.keyEmail })) return fail("link_used");
    if (isTaken(offer)) return done({ published: offer.status === "approved" });
    const taken = await takeIn(tx, offer, found.keyEmail!);
    return taken.ok ? done({ published: taken.published }) : taken;
  });
}

/** The link was sent to the address that the offer still names: nobody confirms another's address. */
function isForAddress({ keyEmail, answers }: OfferRow & { keyEmail: string | null }): boolean {
  const email =
    readOffer(answers)?.people.email ??
    String(answers.email ?? "")
      .trim()
      .toLowerCase();
  return keyEmail !== null && email === keyEmail;
}

function isTaken({ status, confirmedEmail, answers }: OfferRow): boolean {
  if (status === "in_review" || status === "approved" || status === "refused") return true;
  return status === "more_needed" && confirmedEmail === readOffer(answers)?.people.email;
}
