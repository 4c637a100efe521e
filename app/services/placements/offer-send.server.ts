import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { readOffer } from "#app/domain/placements/offer-form";
import { after } from "#app/domain/placements/offer-status";
import { count, type Subjects, waitFor } from "#app/services/identity/attempts.server";
import type { TooMany } from "#app/services/identity/sign-in.server";
import { withKey } from "#app/services/placements/offer-key.server";
import { takeIn } from "#app/services/placements/offer-take-in.server";
import { withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import * as offers from "#db/queries/offers.server";

/** Two clicks within this time are one. */
const oneClickSeconds = 30;

type Problem = "not_found" | "incomplete" | "wrong_status";

/**
 * Sends an offer: asks for the confirmation link, or, when the address is confirmed already (the coordinator asked for
 * more), brings the listing up to date at once. Failures: `not_found`, `incomplete`, `wrong_status`, `too_many`.
 */
export async function sendOffer(
  actor: Actor,
  secret: string | null,
  address: string,
): Promise<Success<{ confirmed: boolean }> | Failure<Problem> | TooMany> {
  const found = await withKey(actor, secret, (tx, hash) => offers.findByKey(tx, hash, "write"));
  if (!found) return fail("not_found");
  const offer = readOffer(found.answers);
  if (!offer) return fail("incomplete");
  const { email } = offer.people;
  if (found.confirmedEmail === email) return sendAgain(found.id, email);
  if (found.status === "sent" && found.restedSeconds < oneClickSeconds) return done({ confirmed: false });

  const refused = await countMail(email, address);
  if (refused) return refused;
  const sent = await withKey(actor, secret, async (tx) => {
    const locked = await offers.lockOffer(tx, found.id);
    const to = locked && after(locked.status, "send");
    if (!to?.ok) return fail("wrong_status");
    await offers.setEmail(tx, found.id, email);
    await offers.setStatus(tx, found.id, to.to);
    await enqueue(
      tx,
      "mail_offer_link",
      { offerId: found.id, purpose: "confirm" },
      { key: `confirm ${found.id}` },
    );
    return done({ confirmed: false });
  });
  return sent ?? fail("not_found");
}

/** What the coordinator asked for is there now. The same twice changes nothing more. */
async function sendAgain(offerId: string, email: string) {
  return withActor(systemActor, async (tx) => {
    const offer = await offers.lockOffer(tx, offerId);
    if (!offer) return fail("not_found");
    if (offer.status === "in_review") return done({ confirmed: true });
    const taken = await takeIn(tx, offer, email);
    return taken.ok ? done({ confirmed: true }) : taken;
  });
}

/**
 * Mails a link that opens the form on another device. Failures: `not_found`, `too_many`.
 * @param address the network address of the person, for counting
 */
export async function mailFormLink(
  actor: Actor,
  secret: string | null,
  email: string,
  address: string,
): Promise<Success | Failure<"not_found"> | TooMany> {
  const refused = await countMail(email, address);
  if (refused) return refused;
  const asked = await withKey(actor, secret, async (tx, hash) => {
    const offer = await offers.findByKey(tx, hash, "write");
    if (!offer) return fail("not_found");
    await offers.setEmail(tx, offer.id, email);
    await enqueue(
      tx,
      "mail_offer_link",
      { offerId: offer.id, purpose: "write" },
      { key: `write ${offer.id}` },
    );
    return done();
  });
  return asked ?? fail("not_found");
}

/** Anybody can type anybody's address: one mailbox and one sender get only so many mails. */
async function countMail(email: string, address: string): Promise<TooMany | null> {
  const subjects: Subjects = { offer_mail_account: email, offer_mail_address: address };
  const until = await waitFor(subjects);
  if (until) return { ...fail("too_many"), until };
  await count(subjects);
  return null;
}
