import { systemActor } from "#app/domain/identity/actor";
import { moveIn } from "#app/services/matching/move-proposal.server";
import { withActor } from "#db/client.server";
import { lockOverdue } from "#db/queries/proposals.server";

const batch = 100;

/** Ends every open proposal whose hold has passed and frees its slot. Any number of processes may do it at once. */
export async function expireProposals(): Promise<number> {
  let ended = 0;
  for (;;) {
    const found = await withActor(systemActor, async (tx) => {
      const overdue = await lockOverdue(tx, batch);
      for (const proposalId of overdue) await moveIn(tx, systemActor, { proposalId, to: "expired" });
      return overdue.length;
    });
    ended += found;
    if (found < batch) return ended;
  }
}
