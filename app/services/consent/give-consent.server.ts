import {
  activeConsent,
  type ConsentPurpose,
  currentTextVersion,
  proposedMonths,
} from "#app/domain/consent/consent";
import { lastDay, type RecordConsentForm } from "#app/domain/consent/consent-form";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import * as consents from "#db/queries/consent.server";

/**
 * The participant says yes in the own account: from today, half a year. A consent that already lasts as long stays alone.
 * `textVersion` is the wording that was on the page. Errors: `not_found`, `text_changed` when it is no longer in force,
 * `left` when participation has ended.
 */
export function giveOwnConsent(
  actor: Actor,
  given: { purpose: ConsentPurpose; textVersion: string; language: string },
): Promise<Outcome<{ validUntil: string }, "not_found" | "text_changed" | "left">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "consent.own", null);
    if (!participant) return fail("not_found");
    if (given.textVersion !== currentTextVersion[given.purpose]) return fail("text_changed");
    const validFrom = today();
    if (participant.closedOn !== null && participant.closedOn <= validFrom) return fail("left");
    const validUntil = lastDay(validFrom, proposedMonths);
    // Two clicks on the same button, or the coordinator who notes a yes on paper meanwhile, wait for each other here.
    await consents.lockConsents(tx, participant.id);
    const before = activeConsent(await consents.listConsents(tx, participant.id), given.purpose, validFrom);
    if (before && before.validUntil >= validUntil) return done({ validUntil: before.validUntil });
    await consents.insertConsent(tx, {
      associationId: participant.associationId,
      participantId: participant.id,
      purpose: given.purpose,
      textVersion: given.textVersion,
      language: given.language,
      givenHow: "self",
      recordedByName: actor.name,
      validFrom,
      validUntil,
    });
    await recordOn(tx, actor, participant, "consent.given", { purpose: given.purpose, how: "self" });
    return done({ validUntil });
  });
}

/**
 * A coordinator notes a consent that was signed on paper or spoken. Errors: `not_found`, `left` when participation has
 * ended, `already_given` when one for the same purpose lasts at least as long.
 */
export function recordConsent(
  actor: Actor,
  reference: string,
  purpose: ConsentPurpose,
  form: RecordConsentForm,
): Promise<Outcome<{ validUntil: string }, "not_found" | "left" | "already_given">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "consent.record", null);
    if (!participant) return fail("not_found");
    const day = today();
    if (participant.closedOn !== null && participant.closedOn <= day) return fail("left");
    await consents.lockConsents(tx, participant.id);
    const before = activeConsent(await consents.listConsents(tx, participant.id), purpose, day);
    if (before && before.validUntil >= form.validUntil) return fail("already_given");
    await consents.insertConsent(tx, {
      associationId: participant.associationId,
      participantId: participant.id,
      purpose,
      textVersion: currentTextVersion[purpose],
      language: form.language,
      givenHow: form.givenHow,
      recordedByName: actor.name,
      validFrom: form.validFrom,
      validUntil: form.validUntil,
    });
    await recordOn(tx, actor, participant, "consent.given", { purpose, how: form.givenHow });
    return done({ validUntil: form.validUntil });
  });
}
