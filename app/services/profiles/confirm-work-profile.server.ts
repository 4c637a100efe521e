import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import { nextStatus } from "#app/domain/profiles/status";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import * as profiles from "#db/queries/profiles.server";

/**
 * The participant's yes to the version that was read, with the own words that were written beside it. Errors: `not_found`,
 * `changed_meanwhile` when a newer one exists, `wrong_status` when it is not complete yet: then nothing is written.
 */
export function confirmWorkProfile(
  actor: Actor,
  version: number,
  comment = "",
): Promise<Outcome<object, "not_found" | "changed_meanwhile" | "wrong_status">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "profile.confirm", null);
    if (!participant) return fail("not_found");
    await profiles.lockWorkProfile(tx, participant.id);
    const stored = await profiles.readWorkProfile(tx, participant.id);
    if (!stored) return fail("not_found");
    if (stored.version !== version) return fail("changed_meanwhile");
    if (!nextStatus(stored.status, "confirmed_by_participant", actor.role)) return fail("wrong_status");
    if (comment !== "") await addComment(tx, actor, participant, { version, text: comment });
    await profiles.markConfirmed(tx, participant.id);
    await recordOn(tx, actor, participant, "profile.confirmed", { version });
    return done();
  });
}

/**
 * The participant's own words about the version that was read; the profile stays as it is. The same words twice are one
 * comment. Errors: `not_found`.
 */
export function commentWorkProfile(
  actor: Actor,
  comment: { version: number; text: string },
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "profile.confirm", null);
    if (!participant) return fail("not_found");
    // Two clicks on the same button wait for each other here.
    await profiles.lockWorkProfile(tx, participant.id);
    await addComment(tx, actor, participant, comment);
    return done();
  });
}

async function addComment(
  tx: Tx,
  actor: Actor,
  participant: Participant,
  comment: { version: number; text: string },
): Promise<void> {
  const added = await profiles.insertComment(tx, {
    participantId: participant.id,
    associationId: participant.associationId,
    version: comment.version,
    comment: comment.text,
  });
  if (added) await recordOn(tx, actor, participant, "profile.commented", { version: comment.version });
}
