import { randomUUID } from "node:crypto";
import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome, type Success } from "#app/domain/outcome";
import type { OfferAnswers } from "#app/domain/placements/offer-answers";
import { after, type OfferLanguage, type OfferStatus } from "#app/domain/placements/offer-status";
import { makeSecret } from "#app/platform/secret.server";
import { hashToken } from "#app/platform/session-cookie.server";
import { count, type Subjects, waitFor } from "#app/services/identity/attempts.server";
import type { TooMany } from "#app/services/identity/sign-in.server";
import { withKey } from "#app/services/placements/offer-key.server";
import { withActor } from "#db/client.server";
import * as offers from "#db/queries/offers.server";

/** An offer as its writer sees it. */
export type OwnOffer = {
  status: OfferStatus;
  answers: OfferAnswers;
  email: string | null;
  confirmedEmail: string | null;
  placementId: number | null;
  isClaim: boolean;
};

/**
 * Begins an offer and gives the secret that opens it; only its hash is kept. Failure: `too_many` with `until`.
 * @param address the network address of the person, for counting
 */
export async function beginOffer(
  actor: Actor,
  language: OfferLanguage,
  address: string,
): Promise<Success<{ secret: string }> | TooMany> {
  const subjects: Subjects = { offer_begin_address: address };
  const until = await waitFor(subjects);
  if (until) return { ...fail("too_many"), until };
  await count(subjects);
  const secret = makeSecret();
  const tokenHash = hashToken(secret);
  await withActor(actor, async (tx) => {
    await offers.holdKey(tx, tokenHash);
    await offers.addOffer(tx, randomUUID(), tokenHash, language);
  });
  return done({ secret });
}

/** The offer that a secret opens. Failure: `not_found`: never was, too old, or removed. */
export async function readOffer(
  actor: Actor,
  secret: string | null,
): Promise<Outcome<{ offer: OwnOffer }, "not_found">> {
  const found = await withKey(actor, secret, (tx, hash) => offers.findByKey(tx, hash, "write"));
  if (!found) return fail("not_found");
  const { status, answers, email, confirmedEmail, placementId, isClaim } = found;
  return done({ offer: { status, answers, email, confirmedEmail, placementId, isClaim } });
}

/**
 * Keeps answers as they were typed, right or wrong. The organisation number stays once a listing has come of the offer.
 * Failures: `not_found`, `wrong_status` (decided already).
 */
export async function saveAnswers(
  actor: Actor,
  secret: string | null,
  answers: OfferAnswers,
): Promise<Success | Failure<"not_found" | "wrong_status">> {
  const saved = await withKey(actor, secret, async (tx, hash) => {
    const found = await offers.findByKey(tx, hash, "write");
    const offer = found && (await offers.lockOffer(tx, found.id));
    if (!offer) return fail("not_found");
    const written = after(offer.status, "write");
    if (!written.ok) return written;
    const { organisationNumber: _, ...rest } = answers;
    await offers.mergeAnswers(tx, offer.id, offer.placementId === null ? answers : rest, written.to);
    return done();
  });
  return saved ?? fail("not_found");
}
