import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import { isHidden } from "#app/domain/profiles/protected-identity";
import { type KartlaggningFacts, kartlaggningFacts } from "#app/services/profiles/kartlaggning-facts.server";
import { reachParticipant } from "#app/services/profiles/reach-participant.server";
import { withActor } from "#db/client.server";
import { listPartComments } from "#db/queries/kartlaggning.server";

/** The overview: the eleven parts, how the whole stands, and how many comments each part has. */
export type Overview = KartlaggningFacts & {
  reference: string;
  isHidden: boolean;
  comments: Partial<Record<KartlaggningPart, number>>;
};

/** The overview for staff. Errors: `not_found`. */
export function readKartlaggning(
  actor: Actor,
  reference: string,
): Promise<Outcome<{ overview: Overview }, "not_found">> {
  return read(actor, { reference });
}

/** The participant's own overview. Errors: `not_found`. */
export function readOwnKartlaggning(actor: Actor): Promise<Outcome<{ overview: Overview }, "not_found">> {
  return read(actor, { participantId: actor.participantId });
}

function read(actor: Actor, wanted: { reference: string } | { participantId: string | null }) {
  return withActor(actor, async (tx): Promise<Outcome<{ overview: Overview }, "not_found">> => {
    const participant = await reachParticipant(tx, actor, wanted, "kartlaggning.read", "kartlaggning.read");
    if (!participant) return fail("not_found");
    const whose = { associationId: participant.associationId, participantId: participant.id };
    const comments: Overview["comments"] = {};
    for (const { part } of await listPartComments(tx, whose)) comments[part] = (comments[part] ?? 0) + 1;
    return done({
      overview: {
        ...(await kartlaggningFacts(tx, whose)),
        reference: participant.reference,
        isHidden: isHidden(participant.protectedIdentity),
        comments,
      },
    });
  });
}
