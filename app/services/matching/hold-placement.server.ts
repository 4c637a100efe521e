import type { Actor } from "#app/domain/identity/actor";
import type { Proposal } from "#app/domain/matching/proposal";
import type { Failure, Outcome } from "#app/domain/outcome";
import { type BeginCode, beginIn, type Whom } from "#app/services/matching/begin-proposal.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { type MoveCode, moveIn } from "#app/services/matching/move-proposal.server";
import { withActor } from "#db/client.server";
import { recordDenied } from "#db/queries/audit.server";

type Code = BeginCode | MoveCode;

/**
 * Holds a slot for a participant, shortlisting first. Holds that have passed are ended before, so that a slot is never
 * refused for the sake of one that nobody has any more. `startsOn`: the planned start; the slot is held from then on. Errors: as beginning and moving; `slot_taken` when others were first.
 */
export async function holdPlacement(
  actor: Actor,
  whom: Whom,
  placementId: number,
  startsOn: string | null = null,
): Promise<Outcome<{ proposal: Proposal }, Code>> {
  await expireProposals();
  return beginWith(actor, whom, placementId, "held", startsOn);
}

/** Asks a participant about a placement at once, without a slot. Errors: as beginning and moving. */
export function askAbout(
  actor: Actor,
  whom: Whom,
  placementId: number,
  startsOn: string | null = null,
): Promise<Outcome<{ proposal: Proposal }, Code>> {
  return beginWith(actor, whom, placementId, "asked_participant", startsOn);
}

class Refused extends Error {
  constructor(readonly failure: Failure<Code>) {
    super(failure.code);
  }
}

/** Beginning and the first step are one transaction: a step that is refused leaves nothing half begun behind. */
async function beginWith(
  actor: Actor,
  whom: Whom,
  placementId: number,
  to: "held" | "asked_participant",
  startsOn: string | null,
): Promise<Outcome<{ proposal: Proposal }, Code>> {
  try {
    return await withActor(actor, async (tx) => {
      const begun = await beginIn(tx, actor, whom, placementId);
      if (!begun.ok) return begun;
      const moved = await moveIn(tx, actor, { proposalId: begun.proposalId, to, startsOn });
      if (!moved.ok) throw new Refused(moved);
      return moved;
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { failure } = error;
    // What was rolled back took the line about the denial with it.
    if (failure.code === "not_allowed") {
      const subject = whom === "oneself" ? whom : whom.reference;
      await withActor(actor, (tx) => recordDenied(tx, actor, "proposal.move", subject));
    }
    return failure;
  }
}
