import type { Feeling, FeltDay } from "#app/domain/followups/feeling";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { type Tx, withActor } from "#db/client.server";
import { listFeelings, saveFeeling } from "#db/queries/own-plan.server";

const mostDays = 90;
const shownToCoach = 3;

/** The participant's answer to how it feels today; another one the same day takes its place. Errors: `not_found`. */
export function sayFeeling(actor: Actor, value: Feeling): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "profile.confirm", null);
    if (!participant) return fail("not_found");
    const { id: participantId, associationId } = participant;
    await saveFeeling(tx, { participantId, associationId }, { day: today(), value });
    // More people read the trail: that something was said, never what.
    await recordOn(tx, actor, participant, "feeling.said");
    return done();
  });
}

/** The own answers of the last months, the newest first. Errors: `not_found`. */
export function readOwnFeelings(actor: Actor): Promise<Outcome<{ days: FeltDay[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "profile.confirm", "plan.read");
    if (!participant) return fail("not_found");
    return done({ days: await listFeelings(tx, participant.id, mostDays) });
  });
}

/**
 * The latest answers for coordinator or coach, who has reached the participant already; nobody else is given any (row level
 * security says the same).
 */
export async function latestFeelingsIn(tx: Tx, actor: Actor, participantId: string): Promise<FeltDay[]> {
  if (actor.role !== "coordinator" && actor.role !== "coach") return [];
  return listFeelings(tx, participantId, shownToCoach);
}
