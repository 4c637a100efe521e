import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { appUrl } from "#app/platform/env.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { staffToTell } from "#app/services/notifications/staff-to-tell.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { findAssignment } from "#db/queries/assignment-reports.server";
import { enqueue } from "#db/queries/jobs.server";
import { findAccount } from "#db/queries/notification-people.server";
import { findMailOf } from "#db/queries/referral-mail.server";

/** Whom to write to and where the link goes. It never says whom it is about. */
export type AssignmentMail = { to: string; url: string };

/** Orders one mail to whoever follows up and to the coordinators who answer for it; without one, to all of them. */
export function announceAssignment({
  agreementId,
  key,
  what,
}: JobPayloads["announce_assignment"]): Promise<void> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, agreementId);
    if (!agreement) return;
    for (const { userId } of await staffToTell(tx, agreement)) {
      const options = { key: `assignment:${what}:${key}:${userId}` };
      await enqueue(tx, "mail_assignment", { agreementId, key, what, userId }, options);
    }
  });
}

/** The mail to one of the staff; null when they work there no longer or want none. */
export function prepareForStaff(agreementId: string, userId: string): Promise<AssignmentMail | null> {
  return withActor(systemActor, async (tx) => {
    const assignment = await findAssignment(tx, agreementId);
    if (!assignment) return null;
    const to = await asIdentity(tx, () => findMailOf(tx, userId, assignment.associationId));
    return to ? { to, url: `${appUrl}/overenskommelser/${agreementId}/rapport` } : null;
  });
}

/**
 * The mail to the case worker of the case; null when there is none with an account, or none is wanted. `isNeutral`: about a
 * protected identity, so that only the page says what happened.
 */
export function prepareForCaseWorker(
  agreementId: string,
): Promise<(AssignmentMail & { isNeutral: boolean }) | null> {
  return withActor(systemActor, async (tx) => {
    const agreement = await agreementToTell(tx, agreementId);
    const assignment = await findAssignment(tx, agreementId);
    const account = agreement && (await findAccount(tx, agreement, { party: "agency" }));
    if (!account || !assignment) return null;
    const { associationId, reference, isProtected: isNeutral } = assignment;
    const to = await asIdentity(tx, () => findMailOf(tx, account.userId, associationId));
    // A code in an address is a word about whom: those of protected identities go by the list.
    const page = isNeutral ? "" : `/arenden/${encodeURIComponent(reference)}`;
    return to ? { to, url: `${appUrl}/handlaggare${page}`, isNeutral } : null;
  });
}
