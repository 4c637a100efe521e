import type { Actor } from "#app/domain/identity/actor";
import type { Proposal } from "#app/domain/matching/proposal";
import type { Outcome } from "#app/domain/outcome";
import { type BeginCode, beginProposal, type Whom } from "#app/services/matching/begin-proposal.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { type MoveCode, moveProposal } from "#app/services/matching/move-proposal.server";

/**
 * Holds a slot for a participant, shortlisting first. Holds that have passed are ended before, so that a slot is never
 * refused for the sake of one that nobody has any more. Errors: as beginning and moving; `slot_taken` when others were first.
 */
export async function holdPlacement(
  actor: Actor,
  whom: Whom,
  placementId: number,
): Promise<Outcome<{ proposal: Proposal }, BeginCode | MoveCode>> {
  await expireProposals();
  const begun = await beginProposal(actor, whom, placementId);
  return begun.ok ? moveProposal(actor, { proposalId: begun.proposalId, to: "held" }) : begun;
}
