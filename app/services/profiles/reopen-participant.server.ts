import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import type { ReopenReason } from "#app/domain/profiles/reopening";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { reopen } from "#db/queries/participants.server";

/**
 * Somebody who has left is back: the case is open again, with everything that was in it. Opening an open one changes
 * nothing. Consents that have ended stay ended. Errors: `not_found`.
 */
export function reopenParticipant(
  actor: Actor,
  reference: string,
  reason: ReopenReason,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!participant) return fail("not_found");
    await reopenIn(tx, actor, participant, reason);
    return done();
  });
}

/** The same inside a transaction that has reached the participant. */
export async function reopenIn(
  tx: Tx,
  actor: Actor,
  participant: Pick<Participant, "id" | "associationId" | "reference">,
  reason: ReopenReason,
): Promise<void> {
  const before = await reopen(tx, participant.id);
  if (before) await recordOn(tx, actor, participant, "participant.reopened", { reason, ...before });
}
