import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { outcomeOf } from "#app/domain/profiles/closing";
import type { ReferralCase } from "#app/domain/profiles/referral";
import { type CloseReason, closeReasons, type ReferralStatus } from "#app/domain/profiles/referral-status";
import { decideReferral, type ReferralGuardCode } from "#app/domain/profiles/referral-transitions";
import { today } from "#app/platform/clock.server";
import { closeIn } from "#app/services/profiles/close-participant.server";
import { reachReferral, recordOnReferral } from "#app/services/profiles/reach-referral.server";
import { type Tx, withActor } from "#db/client.server";
import { listAccepted } from "#db/queries/case-end.server";
import { enqueue } from "#db/queries/jobs.server";
import * as steps from "#db/queries/referral-steps.server";

/** One step of a referral that brings nothing but a reason and words. */
export type ReferralStep = {
  to: Extract<ReferralStatus, "taken_up" | "returned" | "withdrawn" | "closed">;
  reason?: string | null;
  text?: string;
};
export type ReferralMoveCode =
  | "not_found"
  | "not_allowed"
  | "wrong_status"
  | "still_open"
  | ReferralGuardCode;

/**
 * Takes a step: taken up, returned, withdrawn, closed. With the last accepted referral of somebody enrolled the case ends.
 * Errors: `not_found`, `not_allowed`, `wrong_status`, `still_open`, a guard's.
 */
export function moveReferral(
  actor: Actor,
  id: string,
  step: ReferralStep,
): Promise<Outcome<object, ReferralMoveCode>> {
  return withActor(actor, async (tx) => {
    const referral = await reachReferral(tx, actor, id, "referral.read", null);
    return referral ? moveReferralIn(tx, actor, referral, step) : fail("not_found");
  });
}

/** The same inside a transaction that has reached the referral. */
export async function moveReferralIn(
  tx: Tx,
  actor: Actor,
  referral: ReferralCase,
  step: ReferralStep,
): Promise<Outcome<object, ReferralMoveCode>> {
  const facts = {
    role: actor.role,
    isSender: referral.sentByUser === actor.userId,
    reason: step.reason ?? null,
    text: step.text ?? "",
    hasMainResponsible: referral.mainResponsibleName !== "",
    hasParticipant: referral.participantId !== null,
  };
  // Decided twice: the row that somebody else moved meanwhile, or that may not be changed, is not there to lock.
  const first = decideReferral(referral.status, step.to, facts);
  if (!first.ok) return first;
  const locked = await steps.lockReferral(tx, referral.id);
  if (locked === null) return fail("wrong_status");
  const decision = decideReferral(locked, step.to, facts);
  if (!decision.ok) return decision;
  if (step.to === "closed") {
    const ended = await endWithLast(tx, actor, referral, facts.reason);
    if (!ended.ok) return fail("still_open");
  }
  await steps.saveStep(tx, referral.id, {
    status: step.to,
    day: today(),
    reason: facts.reason,
    text: facts.text,
  });
  await rememberStep(tx, actor, referral, locked, { to: step.to, reason: facts.reason, note: facts.text });
  return decision;
}

/** The participant's case ends with the last referral that was accepted. */
async function endWithLast(tx: Tx, actor: Actor, referral: ReferralCase, reason: string | null) {
  const { participantId: id, reference, associationId } = referral;
  if (id === null || reference === null) return done();
  const others = (await listAccepted(tx, id)).filter((one) => one !== referral.id);
  if (others.length > 0) return done();
  const why: CloseReason = closeReasons.find((one) => one === reason) ?? "other";
  return closeIn(tx, actor, { id, associationId, reference }, outcomeOf[why]);
}

/** History, audit trail, and a mail to the case worker when somebody else took the step. */
export async function rememberStep(
  tx: Tx,
  actor: Actor,
  referral: Pick<ReferralCase, "id" | "associationId" | "participantId" | "sentByUser">,
  from: ReferralStatus,
  step: { to: ReferralStatus; reason?: string | null; note?: string },
): Promise<void> {
  const { to, reason = null, note = "" } = step;
  await steps.addReferralEvent(tx, actor, {
    associationId: referral.associationId,
    referralId: referral.id,
    from,
    to,
    reason,
    note,
  });
  await recordOnReferral(tx, actor, referral, "referral.changed", { from, to });
  if (referral.sentByUser !== null && referral.sentByUser !== actor.userId) {
    await enqueue(tx, "mail_referral_moved", { referralId: referral.id, to });
  }
}
