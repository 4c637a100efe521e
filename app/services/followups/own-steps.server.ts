import type { Agreement } from "#app/domain/agreements/agreement";
import { isWorthTelling, type OwnStepKind } from "#app/domain/followups/own-step";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { afterQuiet } from "#app/domain/notifications/quiet-hours";
import { type Recipient, recipientOf } from "#app/domain/notifications/reminders";
import { staffRecipient } from "#app/domain/notifications/staff-for";
import { now } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { workplaceToTell } from "#app/services/notifications/party-to-tell.server";
import { staffToTell } from "#app/services/notifications/staff-to-tell.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import { addOwnStep, findOwnStep, listOwnSteps } from "#db/queries/own-plan.server";
import { findMailOf } from "#db/queries/referral-mail.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/**
 * Writes down what a participant did alone, and orders that those around are told. Nothing when somebody else did it. The
 * caller has reached the agreement and records the event.
 */
export async function tellOwnStepIn(
  tx: Tx,
  actor: Actor,
  agreement: Pick<Agreement, "id" | "associationId">,
  what: OwnStepKind,
  day: string,
): Promise<void> {
  if (actor.role !== "participant") return;
  const stepId = await addOwnStep(tx, agreement, what, day);
  await enqueue(tx, "announce_own_step", { stepId });
}

/** The employer is told what concerns the workplace: whoever is there that day, and of a pause or an end who signed. */
function partiesToTell(what: OwnStepKind): ("supervisor" | "employer_1")[] {
  return what === "absent" || what === "coming" ? ["supervisor"] : ["supervisor", "employer_1"];
}

/** Orders one message to each: whoever follows up, the coordinators who answer for it, and the workplace. */
export function announceOwnStep(stepId: string): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const found = await findStep(tx, stepId);
    if (!found) return;
    const { step, agreement } = found;
    // Of a protected identity only those who follow the participant are told.
    const parties = agreement.isProtected ? [] : partiesToTell(step.what);
    const staff = (await staffToTell(tx, agreement)).map(staffRecipient);
    const to = [...staff, ...parties];
    for (const recipient of to) {
      const runAt = afterQuiet(now());
      const options = { key: `own-step:${stepId}:${recipient}`, runAt };
      await enqueue(tx, "tell_own_step", { stepId, recipient }, options);
    }
  });
}

/**
 * What a message about an own step says: never a name, a workplace or why. `day` is an ISO date. `isNeutral`: about a protected
 * identity, so that only the page says what happened.
 */
export type OwnStepMessage = {
  channel: "mail" | "sms";
  to: string;
  as: "staff" | "party";
  what: OwnStepKind;
  day: string;
  number: string;
  isNeutral: boolean;
  /** A page of the account; null for whoever has none. */
  url: string | null;
};

/** The message to one of them; null when nobody is reached, or it no longer holds. */
export function prepareOwnStep(stepId: string, recipient: string): Promise<OwnStepMessage | null> {
  return withActor(systemActor, async (tx) => {
    const found = await findStep(tx, stepId);
    if (!found) return null;
    const { step, agreement } = found;
    if (!isWorthTelling(step, await listOwnSteps(tx, agreement.id), afterQuiet)) return null;
    const to = recipientOf(recipient);
    // Nothing goes out to a workplace about somebody whose identity has become protected meanwhile.
    if (agreement.isProtected && to.party !== "staff") return null;
    const reached = await reach(tx, agreement, to);
    if (!reached) return null;
    const as = to.party === "staff" ? "staff" : "party";
    const { number, isProtected: isNeutral } = agreement;
    return { ...reached, as, what: step.what, day: step.day, number, isNeutral };
  });
}

async function findStep(tx: Tx, stepId: string) {
  const step = await findOwnStep(tx, stepId);
  if (!step) return null;
  const agreement = await agreementToTell(tx, step.agreementId);
  return agreement && { step, agreement };
}

type Reached = Pick<OwnStepMessage, "channel" | "to" | "url">;

async function reach(tx: Tx, agreement: ReminderAgreement, to: Recipient): Promise<Reached | null> {
  if (to.party === "staff") {
    const mail = await asIdentity(tx, () => findMailOf(tx, to.userId, agreement.associationId));
    const url = `${appUrl}/overenskommelser/${agreement.id}/deltagarens-plan`;
    return mail ? { channel: "mail", to: mail, url } : null;
  }
  if (to.party !== "supervisor" && to.party !== "employer_1") return null;
  const reached = await workplaceToTell(tx, agreement, to.party);
  if (!reached) return null;
  const { userId: _, ...workplace } = reached;
  return workplace;
}
