import type { Actor } from "#app/domain/identity/actor";
import { consentWithdrawn, restsOnConsent } from "#app/domain/matching/proposal-status";
import { moveIn } from "#app/services/matching/move-proposal.server";
import type { Tx } from "#db/client.server";
import { lockOpenOf } from "#db/queries/proposals.server";

/**
 * Withdraws, in the transaction that takes the consent back, every proposal that an employer has been shown without a
 * name: the slot is free at once, the employer sees that nothing came of it, the history says why. Proposals on their way
 * are locked first by `lockOpenOf`, as presenting locks them: either comes before the other, whole. Answers how many.
 */
export async function stopPresenting(tx: Tx, actor: Actor, participantId: string): Promise<number> {
  const open = await lockOpenOf(tx, participantId);
  const resting = open.filter(({ status }) => restsOnConsent.includes(status));
  for (const { id: proposalId } of resting) {
    const moved = await moveIn(tx, actor, { proposalId, to: "withdrawn", reason: consentWithdrawn });
    if (!moved.ok) throw new Error(`proposal ${proposalId} could not be withdrawn: ${moved.code}`);
  }
  return resting.length;
}
