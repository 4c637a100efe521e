import type { ConsentPurpose } from "#app/domain/consent/consent";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { ProfileAction } from "#app/domain/profiles/policy";
import { stopPresenting } from "#app/services/matching/stop-presenting.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { withdrawConsents } from "#db/queries/consent.server";
import { lockOpenOf } from "#db/queries/proposals.server";

/**
 * The participant takes the yes back, at once and for all that it allowed: what employers have been asked without a name
 * stops as well. Errors: `not_found`.
 */
export function withdrawOwnConsent(actor: Actor, purpose: ConsentPurpose) {
  return withdraw(actor, { participantId: actor.participantId }, purpose, "consent.own");
}

/** A coordinator notes that the participant took the yes back. Errors: `not_found`. */
export function recordWithdrawal(actor: Actor, reference: string, purpose: ConsentPurpose) {
  return withdraw(actor, { reference }, purpose, "consent.record");
}

function withdraw(
  actor: Actor,
  wanted: { reference: string } | { participantId: string | null },
  purpose: ConsentPurpose,
  action: ProfileAction,
) {
  return withActor(actor, async (tx): Promise<Outcome<object, "not_found">> => {
    const participant = await reachParticipant(tx, actor, wanted, action, null);
    if (!participant) return fail("not_found");
    const isToPresent = purpose === "present_to_employers";
    // Before the consent, in the order in which a step that presents takes them.
    if (isToPresent) await lockOpenOf(tx, participant.id);
    const withdrawn = await withdrawConsents(tx, participant.id, purpose);
    if (withdrawn > 0)
      await recordOn(tx, actor, participant, "consent.withdrawn", { purpose, count: withdrawn });
    if (isToPresent) await stopPresenting(tx, actor, participant.id);
    return done();
  });
}
