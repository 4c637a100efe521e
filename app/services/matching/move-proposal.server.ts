import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import { anonymousCard } from "#app/domain/matching/anonymous-card";
import { canPropose } from "#app/domain/matching/policy";
import type { Proposal } from "#app/domain/matching/proposal";
import { type AnsweredHow, ownWish, type ProposalStatus } from "#app/domain/matching/proposal-status";
import { decide, type GuardCode, type SlotEffect } from "#app/domain/matching/proposal-transitions";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayOf, now } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { lockConsentToPresent } from "#db/queries/consent.server";
import { noteProposalContact } from "#db/queries/employer-contacts.server";
import { enqueue } from "#db/queries/jobs.server";
import { readWorkProfile } from "#db/queries/profiles.server";
import * as proposals from "#db/queries/proposals.server";
import { reserveSlot } from "#db/queries/slots.server";

/** One step of a proposal: where to, and what the step needs. */
export type Step = {
  proposalId: string;
  to: ProposalStatus;
  how?: AnsweredHow | null;
  reason?: string | null;
  note?: string;
  visit?: { at: Date; place: string; nameAgreed: boolean } | null;
  /** The planned start, an ISO date: the slot is taken from then on. Without one, what was planned before stays. */
  startsOn?: string | null;
};
export type MoveCode = "not_found" | "not_allowed" | "wrong_status" | "slot_taken" | GuardCode;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes one step: the domain decides, the slot follows, the history and the audit trail are written, all in one transaction.
 * Errors: `not_found`, `not_allowed`, `wrong_status`, a guard's code, `slot_taken`.
 */
export function moveProposal(actor: Actor, step: Step): Promise<Outcome<{ proposal: Proposal }, MoveCode>> {
  return withActor(actor, (tx) => moveIn(tx, actor, step));
}

/** The same inside a transaction that is already open. */
export async function moveIn(
  tx: Tx,
  actor: Actor,
  asked: Step,
): Promise<Outcome<{ proposal: Proposal }, MoveCode>> {
  // Only a booked visit has a day and a place: on another step they would stretch the hold.
  const step: Step = asked.to === "visit_booked" ? { ...asked } : { ...asked, visit: null };
  // Whoever ended it is said afterwards: the participant's own word has its own reason.
  if (step.to === "withdrawn" && actor.role === "participant") step.reason ??= ownWish;
  const proposal = canPropose(actor, "proposal.move")
    ? await proposals.lockProposal(tx, step.proposalId)
    : null;
  if (!proposal || !canPropose(actor, "proposal.move", proposal)) {
    await recordDenied(tx, actor, "proposal.move", step.proposalId);
    return fail("not_found");
  }
  const moment = now();
  const card = step.to === "presented" ? await cardOf(tx, proposal) : null;
  const decision = decide(proposal.status, step.to, {
    role: actor.role,
    now: moment.getTime(),
    holdUntil: proposal.holdUntil ? Date.parse(proposal.holdUntil) : null,
    consentToPresent:
      step.to === "presented" && (await lockConsentToPresent(tx, proposal.participantId, dayOf(moment))),
    profileIsReady: card !== null,
    appetite: proposal.appetite,
    how: step.how ?? null,
    reason: step.reason ?? null,
    visitAt: step.visit?.at.getTime() ?? null,
    visitPlace: step.visit?.place ?? "",
    nameAgreed: step.visit?.nameAgreed ?? false,
  });
  if (!decision.ok) {
    if (decision.code === "not_allowed") await recordDenied(tx, actor, "proposal.move", step.proposalId);
    return decision;
  }

  const slotFrom = step.startsOn ?? proposal.slotFrom;
  const slot = await followWithSlot(tx, { ...proposal, slotFrom }, decision.slot);
  if (!slot.ok) return slot;

  await proposals.saveStep(tx, proposal.id, {
    status: step.to,
    holdsSlot: slot.holds,
    holdUntil: slot.holds && step.to !== "agreed" ? await holdEnd(tx, proposal, step, moment) : null,
    slotFrom,
    heldBy: slot.holds && !proposal.holdsSlot ? actor.name : null,
    reason: step.reason ?? null,
    card,
    visit: step.visit ?? null,
  });
  await remember(tx, actor, proposal, step, dayOf(moment));
  return done({ proposal: { ...proposal, status: step.to, holdsSlot: slot.holds, slotFrom } });
}

async function followWithSlot(
  tx: Tx,
  proposal: Proposal,
  effect: SlotEffect,
): Promise<Outcome<{ holds: boolean }, "slot_taken">> {
  const days = { from: proposal.slotFrom, until: null };
  if (effect === "take" && !proposal.holdsSlot && !(await reserveSlot(tx, proposal.placementId, days)))
    return fail("slot_taken");
  return done({ holds: effect === "keep" ? proposal.holdsSlot : effect === "take" });
}

async function cardOf(tx: Tx, proposal: Proposal) {
  const stored = await readWorkProfile(tx, proposal.participantId);
  return stored?.profile ? anonymousCard(stored.profile) : null;
}

/** Every forward step renews the hold; a booked visit keeps it until the visit has had its days. */
async function holdEnd(tx: Tx, proposal: Proposal, step: Step, moment: Date): Promise<Date> {
  const days = await proposals.holdDays(tx, proposal.associationId);
  const from = step.visit ? step.visit.at.getTime() : moment.getTime();
  return new Date(from + days * dayMs);
}

const auditActions: Partial<Record<ProposalStatus, AuditAction>> = {
  presented: "proposal.presented",
  visit_booked: "identity.disclosed",
};

async function remember(tx: Tx, actor: Actor, proposal: Proposal, step: Step, day: string): Promise<void> {
  await proposals.addEvent(tx, actor, {
    proposalId: proposal.id,
    associationId: proposal.associationId,
    from: proposal.status,
    to: step.to,
    how: step.how ?? null,
    reason: step.reason ?? null,
    note: step.note ?? "",
  });
  await recordEvent(tx, actor, {
    action: auditActions[step.to] ?? "proposal.changed",
    associationId: proposal.associationId,
    participantId: proposal.participantId,
    subject: proposal.id,
    details: { from: proposal.status, to: step.to, employer: proposal.employerId },
  });
  if (step.to === "presented") {
    await noteProposalContact(tx, actor, proposal.employerId, day);
    await enqueue(tx, "mail_proposal_presented", { proposalId: proposal.id });
  }
  // The name is told now, and only now.
  if (step.to === "visit_booked") await proposals.disclose(tx, actor, proposal);
}
