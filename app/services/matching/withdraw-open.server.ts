import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type MoveCode, moveIn } from "#app/services/matching/move-proposal.server";
import { withActor } from "#db/client.server";
import { recordDenied } from "#db/queries/audit.server";
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
    const participant = canPropose(actor, "proposal.move") ? await findByReference(tx, reference) : null;
    const of = participant && { associationId: participant.associationId, participantId: participant.id };
    if (!of || !canPropose(actor, "proposal.move", of)) {
      await recordDenied(tx, actor, "proposal.move", reference);
      return fail("not_found");
    }
    const open = await findOpenProposal(tx, of.participantId, placementId);
    if (!open) return done({ proposalId: null });
    const moved = await moveIn(tx, actor, { proposalId: open.id, to: "withdrawn" });
    // An open one can always be withdrawn: this one has ended meanwhile.
    return moved.ok || moved.code === "wrong_status" ? done({ proposalId: open.id }) : moved;
  });
}
