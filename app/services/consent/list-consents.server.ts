import type { Consent } from "#app/domain/consent/consent";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import * as consents from "#db/queries/consent.server";

export type ConsentsOfParticipant = { reference: string; consents: Consent[] };

/** Every consent of a participant, for staff. Errors: `not_found`. */
export function listConsents(
  actor: Actor,
  reference: string,
): Promise<Outcome<ConsentsOfParticipant, "not_found">> {
  return list(actor, { reference });
}

/** The participant's own consents. Errors: `not_found`. */
export function listOwnConsents(actor: Actor): Promise<Outcome<ConsentsOfParticipant, "not_found">> {
  return list(actor, { participantId: actor.participantId });
}

function list(actor: Actor, wanted: { reference: string } | { participantId: string | null }) {
  return withActor(actor, async (tx): Promise<Outcome<ConsentsOfParticipant, "not_found">> => {
    const participant = await reachParticipant(tx, actor, wanted, "consent.read", "consent.read");
    if (!participant) return fail("not_found");
    return done({
      reference: participant.reference,
      consents: await consents.listConsents(tx, participant.id),
    });
  });
}
