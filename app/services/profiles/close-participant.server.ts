import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import type { StillOpen } from "#app/domain/profiles/closing";
import type { Participant } from "#app/domain/profiles/participant";
import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import { today } from "#app/platform/clock.server";
import { recordOn } from "#app/services/profiles/reach-participant.server";
import type { Tx } from "#db/client.server";
import { close, listStillOpen } from "#db/queries/case-end.server";
import { lockOpenOf } from "#db/queries/proposals.server";

export type StillOpenFailure = Failure<"still_open"> & { open: StillOpen[] };

/**
 * Ends the participation inside a transaction that has reached the participant. Nothing is ended in passing: while a
 * proposal or an agreement is open it is refused, with what is open. Who has left already has left.
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
  if (await close(tx, participant.id, today(), outcome))
    await recordOn(tx, actor, participant, "participant.closed", { outcome });
  return done();
}
