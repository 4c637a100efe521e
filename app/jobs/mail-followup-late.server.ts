import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareFollowupLate } from "#app/services/followups/remind-coach.server";

/** Reminds whoever follows up of one that is late: a link, and nothing about whom. */
export async function mailFollowupLate({ followupId }: JobPayloads["mail_followup_late"]): Promise<void> {
  const mail = await prepareFollowupLate(followupId);
  if (!mail) return;
  const t = translator("sv", "exceptions");
  const { id, to, ...values } = mail;
  await sendMail({ id, to, subject: t("mail.subject"), text: t("mail.text", values) });
}
