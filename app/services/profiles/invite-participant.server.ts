import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { mayBeInvited } from "#app/domain/profiles/invitation";
import type { Participant } from "#app/domain/profiles/participant";
import { today } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import * as invitations from "#db/queries/participant-invitations.server";

/**
 * Invites a participant to sign in, by mail; again when it was a while ago. Errors: `not_found`, `cannot_be_invited` for
 * somebody without an address, with a protected identity, or who has left.
 */
export function inviteParticipant(
  actor: Actor,
  reference: string,
): Promise<Outcome<object, "not_found" | "cannot_be_invited">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!participant) return fail("not_found");
    if (!mayBeInvited(participant, today())) return fail("cannot_be_invited");
    await inviteIn(tx, actor, participant);
    return done();
  });
}

/** The same inside a transaction that has reached or made the participant, with an address. */
export async function inviteIn(
  tx: Tx,
  actor: Actor,
  participant: Pick<Participant, "id" | "associationId" | "reference">,
): Promise<void> {
  const { associationId, id: participantId } = participant;
  const invitationId = await invitations.askForInvitation(tx, {
    associationId,
    participantId,
    byName: actor.name,
  });
  if (!invitationId) return;
  await enqueue(tx, "mail_participant_invited", { invitationId });
  await recordOn(tx, actor, participant, "participant.invited");
}

/** Whom to write to, and where the person signs in; null when there is nobody to invite any more. */
export function prepareParticipantInvitation(
  invitationId: string,
): Promise<{ to: string; url: string } | null> {
  return withActor(systemActor, async (tx) => {
    const to = await invitations.findUnsentInvitation(tx, invitationId, today());
    return to ? { to, url: `${appUrl}/logga-in` } : null;
  });
}

/** The mail has gone: staff see when. */
export function noteInvitationSent(invitationId: string): Promise<void> {
  return withActor(systemActor, (tx) => invitations.markInvitationSent(tx, invitationId));
}
