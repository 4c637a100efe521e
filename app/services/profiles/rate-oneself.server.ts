import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { listOwnRatings, saveOwnRating } from "#db/queries/own-ratings.server";

/**
 * The participant says how much one believes in oneself, 1 to 5. The latest of a day counts; those of other days are kept.
 * "if_changed" is for an answer that stood in a form sent for something else: what one said last is not said again.
 * Errors: `not_found`.
 */
export function rateOneself(
  actor: Actor,
  rating: number,
  when: "said" | "if_changed" = "said",
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const wanted = { participantId: actor.participantId };
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.confirm", null);
    if (!participant) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const [latest] = when === "if_changed" ? await listOwnRatings(tx, whose) : [];
    if (latest?.rating === rating) return done();
    if (await saveOwnRating(tx, whose, { rating, on: today() }))
      await recordOn(tx, actor, participant, "part.rated", { part: "hinder" });
    return done();
  });
}
