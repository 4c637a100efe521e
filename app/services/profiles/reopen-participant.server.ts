import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { Participant } from "#app/domain/profiles/participant";
import type { ReopenReason } from "#app/domain/profiles/reopening";
import { today } from "#app/platform/clock.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { reopen } from "#db/queries/participants.server";

/**
 * Somebody who has left is back: the case is open again, with everything that was in it. Opening an open one changes
 * nothing, and an end that is planned for later stays. Consents that have ended stay ended. Errors: `not_found`.
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
  const before = await reopen(tx, participant.id, today());
  if (before) await recordOn(tx, actor, participant, "participant.reopened", { reason, ...before });
}

/** Takes away an end that is planned for later: the case goes on. Without one nothing changes. Errors: `not_found`. */
export function dropPlannedEnd(actor: Actor, reference: string): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "participant.change", null);
    if (!participant) return fail("not_found");
    const before = await reopen(tx, participant.id, today(), true);
    if (before)
      await recordOn(tx, actor, participant, "participant.changed", { plannedEnd: before.closedOn });
    return done();
  });
}
