import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { kartlaggningParts, type QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import type { PartAnswers } from "#app/domain/profiles/part-answers";
import { readsPart } from "#app/domain/profiles/part-visibility";
import { reachParticipant, recordOn } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { listParts } from "#db/queries/kartlaggning.server";

export type SharedPart = PartAnswers & { part: QuestionPart; savedAt: Date };

/** The parts of an own case that were opened to the case worker, one event each. Errors: `not_found`. */
export function readSharedParts(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ reference: string; parts: SharedPart[] }, "not_found">> {
  return withActor(actor, async (tx) => {
    const participant = await reachParticipant(tx, actor, { reference }, "kartlaggning.read_shared", null);
    if (!participant) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const parts = (await listParts(tx, whose))
      .filter(({ part, visibility }) =>
        readsPart(actor.role, part, visibility, participant.protectedIdentity),
      )
      .sort((a, b) => kartlaggningParts.indexOf(a.part) - kartlaggningParts.indexOf(b.part));
    for (const { part } of parts) await recordOn(tx, actor, participant, "part.read", { part });
    return done({
      reference: participant.reference,
      parts: parts.map(({ part, answers, unknown, savedAt }) => ({ part, answers, unknown, savedAt })),
    });
  });
}
