import { canException } from "#app/domain/followups/exception-policy";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { appUrl } from "#app/platform/env.server";
import { withActor } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { findRemindable, noteReminded } from "#db/queries/followup-reminders.server";
import { enqueue } from "#db/queries/jobs.server";
import { findMailOf } from "#db/queries/referral-mail.server";

/**
 * Reminds whoever follows up of a follow-up that is late: one mail, however often it is asked for within half a day. Errors:
 * `not_found` (done meanwhile, somebody else's, or nobody follows it up).
 */
export function remindCoach(actor: Actor, followupId: string): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const may = canException(actor, "followup.remind") && isUuid(followupId);
    const found = may ? await findRemindable(tx, followupId) : null;
    if (!found?.coachUser) {
      await recordDenied(tx, actor, "followup.remind", followupId);
      return fail("not_found");
    }
    const { associationId, participantId } = found;
    if (await noteReminded(tx, { followupId, associationId, byName: actor.name })) {
      await enqueue(tx, "mail_followup_late", { followupId }, { key: `late:${followupId}` });
      await recordEvent(tx, actor, {
        action: "followup.reminded",
        associationId,
        participantId,
        subject: followupId,
      });
    }
    return done();
  });
}

/**
 * The mail to whoever follows up; null when it has been done since. It never says whom it is about. `id`: the same for one
 * reminder, however often it is sent.
 */
export function prepareFollowupLate(
  followupId: string,
): Promise<{ id: string; to: string; url: string } | null> {
  return withActor(systemActor, async (tx) => {
    const found = await findRemindable(tx, followupId);
    const user = found?.coachUser;
    if (!found || !user) return null;
    const to = await asIdentity(tx, () => findMailOf(tx, user, found.associationId));
    const id = `late-${followupId}-${Date.parse(found.remindedAt ?? "") || 0}`;
    return to ? { id, to, url: `${appUrl}/uppfoljningar/${followupId}/logga` } : null;
  });
}
