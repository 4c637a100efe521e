import type { Actor } from "#app/domain/identity/actor";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import type { Obstruction } from "#app/domain/profiles/kartlaggning-status";
import { today } from "#app/platform/clock.server";
import { kartlaggningFacts } from "#app/services/profiles/kartlaggning-facts.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { writeCompleted, writeMetOn } from "#db/queries/kartlaggning.server";
import { lockVersion } from "#db/queries/participants.server";

/** What must be mended first, part by part. */
export type Incomplete = Failure<"incomplete"> & { obstructions: Obstruction[] };

/**
 * Marks a kartläggning complete: every part asked through, and a first activity with its start date. domain.md "Profile".
 * Marking a complete one again says that it still holds. Errors: `not_found`, `incomplete` with what is missing.
 */
export function completeKartlaggning(
  actor: Actor,
  reference: string,
): Promise<Outcome<object, "not_found"> | Incomplete> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "kartlaggning.change", null);
    if (!participant) return fail("not_found");
    await lockVersion(tx, participant.id);
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const { obstructions, status } = await kartlaggningFacts(tx, whose);
    if (obstructions.length > 0) return { ...fail("incomplete"), obstructions };
    if (status === "complete" || status === "confirmed") return done();
    await writeCompleted(tx, whose, actor.name, today());
    await recordOn(tx, actor, participant, "kartlaggning.completed");
    return done();
  });
}

/** The day (ISO date) when somebody sat down with the participant; null takes it away. Errors: `not_found`. */
export function noteMeeting(
  actor: Actor,
  reference: string,
  metOn: string | null,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "kartlaggning.change", null);
    if (!participant) return fail("not_found");
    await writeMetOn(tx, { associationId: participant.associationId, participantId: participant.id }, metOn);
    await recordOn(tx, actor, participant, "kartlaggning.changed", { metOn });
    return done();
  });
}
