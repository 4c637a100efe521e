import type { EmployerStep } from "#app/domain/followups/employer-step";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { afterQuiet } from "#app/domain/notifications/quiet-hours";
import { now } from "#app/platform/clock.server";
import { appUrl } from "#app/platform/env.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { staffToTell } from "#app/services/notifications/staff-to-tell.server";
import { type Tx, withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { enqueue } from "#db/queries/jobs.server";
import { findMailOf } from "#db/queries/referral-mail.server";

/** Orders that those who follow up are told what an employer did alone. Nothing when somebody else did it. */
export async function tellEmployerStepIn(tx: Tx, actor: Actor, step: EmployerStep): Promise<void> {
  if (actor.role === "employer") await enqueue(tx, "announce_employer_step", step);
}

/** Orders one mail to whoever follows up and to the coordinators who answer for it, when the quiet hours are over. */
export function announceEmployerStep(step: EmployerStep): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, step.agreementId);
    if (!agreement) return;
    for (const { userId } of await staffToTell(tx, agreement)) {
      const key = `employer-step:${step.agreementId}:${step.what}:${step.day}:${userId}`;
      await enqueue(tx, "mail_employer_step", { ...step, userId }, { key, runAt: afterQuiet(now()) });
    }
  });
}

/** It says which agreement, never who; `isNeutral`: about a protected identity, so that only the page says what happened. */
export type EmployerStepMail = { to: string; number: string; isNeutral: boolean; url: string };

/** The mail to one of the staff; null when they work there no longer or want none. */
export function prepareEmployerStep(
  step: JobPayloads["mail_employer_step"],
): Promise<EmployerStepMail | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, step.agreementId);
    if (!agreement) return null;
    const to = await asIdentity(tx, () => findMailOf(tx, step.userId, agreement.associationId));
    const { number, isProtected: isNeutral } = agreement;
    return to ? { to, number, isNeutral, url: `${appUrl}/overenskommelser/${step.agreementId}` } : null;
  });
}
