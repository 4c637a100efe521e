import { systemActor } from "#app/domain/identity/actor";
import { moveIn } from "#app/services/matching/move-proposal.server";
import { withActor } from "#db/client.server";
import { lockOverdue } from "#db/queries/proposals.server";
import { releaseEndedSlot } from "#db/queries/slots.server";

/**
 * Ends every open proposal whose hold has passed and frees its slot, as the slots of agreements whose last day has been. Each in a transaction of its own: who holds only one
 * slot's lock is never waited for in a circle. Any number of processes may do it at once.
 */
export async function expireProposals(): Promise<number> {
  for (let ended = 0; ; ended++) {
    const moved = await withActor(systemActor, async (tx) => {
      const proposalId = await lockOverdue(tx);
      return proposalId !== null && (await moveIn(tx, systemActor, { proposalId, to: "expired" })).ok;
    });
    if (moved) continue;
    while (await withActor(systemActor, releaseEndedSlot)) ended++;
    return ended;
  }
}
