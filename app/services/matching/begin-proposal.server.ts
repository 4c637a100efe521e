import type { Actor } from "#app/domain/identity/actor";
import { beginners } from "#app/domain/matching/proposal-transitions";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { visibleTo } from "#app/domain/placements/visibility";
import { type Tx, withActor } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";
import { findById, findByReference } from "#db/queries/participants.server";
import * as proposals from "#db/queries/proposals.server";

export type BeginCode = "not_found" | "not_allowed";
/** Whom it concerns: a code for staff, oneself for a participant. */
export type Whom = { reference: string } | "oneself";

/** Shortlists a placement for a participant; an open proposal of the two is used again. Errors: `not_found`, `not_allowed`. */
export function beginProposal(
  actor: Actor,
  whom: Whom,
  placementId: number,
): Promise<Outcome<{ proposalId: string }, BeginCode>> {
  return withActor(actor, async (tx) => {
    if (!beginners.includes(actor.role)) return fail("not_allowed");
    const participant = await findWhom(tx, actor, whom);
    const placement = await proposals.findProposable(tx, placementId, visibleTo(actor));
    if (!participant || !placement) return fail("not_found");
    const open = await proposals.findOpenProposal(tx, participant.id, placementId);
    if (open) return done({ proposalId: open.id });

    const { associationId } = participant;
    const of = {
      associationId,
      participantId: participant.id,
      placementId,
      employerId: placement.employerId,
    };
    const proposalId =
      (await proposals.insertProposal(tx, of)) ??
      (await proposals.findOpenProposal(tx, participant.id, placementId))?.id;
    if (!proposalId) return fail("not_found");
    await proposals.addEvent(tx, actor, {
      proposalId,
      associationId,
      from: null,
      to: "shortlisted",
      how: null,
      reason: null,
      note: "",
    });
    await recordEvent(tx, actor, {
      action: "proposal.changed",
      associationId,
      participantId: participant.id,
      subject: proposalId,
      details: { to: "shortlisted" },
    });
    return done({ proposalId });
  });
}

function findWhom(tx: Tx, actor: Actor, whom: Whom) {
  if (whom !== "oneself") return findByReference(tx, whom.reference);
  return actor.participantId === null ? null : findById(tx, actor.participantId);
}
