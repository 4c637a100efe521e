import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type MoveCode, moveIn } from "#app/services/matching/move-proposal.server";
import { withActor } from "#db/client.server";
import { findByReference } from "#db/queries/participants.server";
import { findOpenProposal } from "#db/queries/proposals.server";

/**
 * Withdraws what is open between a participant and a placement. Nothing open is nothing to do: the button may be pressed
 * twice. Errors: `not_found`, as moving.
 */
export function withdrawOpen(
  actor: Actor,
  reference: string,
  placementId: number,
): Promise<Outcome<{ proposalId: string | null }, MoveCode>> {
  return withActor(actor, async (tx) => {
    const participant = await findByReference(tx, reference);
    if (!participant) return fail("not_found");
    const open = await findOpenProposal(tx, participant.id, placementId);
    if (!open) return done({ proposalId: null });
    const moved = await moveIn(tx, actor, { proposalId: open.id, to: "withdrawn" });
    // An open one can always be withdrawn: this one has ended meanwhile.
    return moved.ok || moved.code === "wrong_status" ? done({ proposalId: open.id }) : moved;
  });
}
