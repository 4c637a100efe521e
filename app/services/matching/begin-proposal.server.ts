import type { Actor } from "#app/domain/identity/actor";
import { canPropose } from "#app/domain/matching/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { visibleTo } from "#app/domain/placements/visibility";
import { hasLeft } from "#app/domain/profiles/closing";
import { today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { findById, findByReference } from "#db/queries/participants.server";
import * as proposals from "#db/queries/proposals.server";

export type BeginCode = "not_found" | "not_allowed" | "has_left";
/** Whom it concerns: a code for staff, oneself for a participant. */
export type Whom = { reference: string } | "oneself";

/** Shortlists a placement for a participant; an open proposal of the two is used again. Errors: `not_found`, `not_allowed`, `has_left`. */
export function beginProposal(
  actor: Actor,
  whom: Whom,
  placementId: number,
): Promise<Outcome<{ proposalId: string }, BeginCode>> {
  return withActor(actor, (tx) => beginIn(tx, actor, whom, placementId));
}

/** The same inside a transaction that is already open. */
export async function beginIn(
  tx: Tx,
  actor: Actor,
  whom: Whom,
  placementId: number,
): Promise<Outcome<{ proposalId: string }, BeginCode>> {
  const subject = whom === "oneself" ? whom : whom.reference;
  if (!canPropose(actor, "proposal.begin")) {
    await recordDenied(tx, actor, "proposal.begin", subject);
    return fail("not_allowed");
  }
  const participant = await findWhom(tx, actor, whom);
  const of = participant && { associationId: participant.associationId, participantId: participant.id };
  if (!of || !canPropose(actor, "proposal.begin", of)) {
    await recordDenied(tx, actor, "proposal.begin", subject);
    return fail("not_found");
  }
  const placement = await proposals.findProposable(tx, placementId, visibleTo(actor));
  if (!placement) return fail("not_found");
  const open = await proposals.findOpenProposal(tx, of.participantId, placementId);
  if (open) return done({ proposalId: open.id });

  // Who has left is opened again first: nothing new begins in passing.
  if (hasLeft(participant.closedOn, today())) return fail("has_left");
  const made = await proposals.insertProposal(tx, { ...of, placementId, employerId: placement.employerId });
  // Somebody else was quicker: theirs is used, and it has its line in the history already.
  if (!made) {
    const theirs = await proposals.findOpenProposal(tx, of.participantId, placementId);
    return theirs ? done({ proposalId: theirs.id }) : fail("not_found");
  }
  await proposals.addEvent(tx, actor, {
    proposalId: made,
    associationId: of.associationId,
    from: null,
    to: "shortlisted",
    how: null,
    reason: null,
    note: "",
  });
  await recordEvent(tx, actor, {
    action: "proposal.changed",
    ...of,
    subject: made,
    details: { to: "shortlisted" },
  });
  return done({ proposalId: made });
}

function findWhom(tx: Tx, actor: Actor, whom: Whom) {
  if (whom !== "oneself") return findByReference(tx, whom.reference);
  return actor.participantId === null ? null : findById(tx, actor.participantId);
}
