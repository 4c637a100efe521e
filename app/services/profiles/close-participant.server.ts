import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import type { StillOpen } from "#app/domain/profiles/closing";
import type { Participant } from "#app/domain/profiles/participant";
import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import { today } from "#app/platform/clock.server";
import { recordOn } from "#app/services/profiles/reach-participant.server";
import type { Tx } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { close, freeAgreedSlots, listStillOpen } from "#db/queries/case-end.server";
import { lockOpenOf } from "#db/queries/proposals.server";

export type StillOpenFailure = Failure<"still_open"> & { open: StillOpen[] };

/**
 * Ends the participation inside a transaction that has reached the participant. Nothing is ended in passing: while a
 * proposal or an agreement is open it is refused, with what is open. A slot that was agreed on and has no agreement is
 * free for somebody else at once. Who has left already has left.
 */
export async function closeIn(
  tx: Tx,
  actor: Actor,
  participant: Pick<Participant, "id" | "associationId" | "reference">,
  outcome: ParticipantOutcome,
): Promise<Success<object> | StillOpenFailure> {
  await lockOpenOf(tx, participant.id);
  const open = await listStillOpen(tx, participant.id);
  if (open.length > 0) return { ...fail("still_open"), open };
  for (const proposalId of await freeAgreedSlots(tx, participant.id)) {
    await recordEvent(tx, actor, {
      action: "proposal.changed",
      associationId: participant.associationId,
      participantId: participant.id,
      subject: proposalId,
      details: { slot: "freed" },
    });
  }
  if (await close(tx, participant.id, today(), outcome))
    await recordOn(tx, actor, participant, "participant.closed", { outcome });
  return done();
}
