import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareLoanStayed } from "#app/services/followups/give-back.server";

/** Tells one of the staff that what was lent stays, since who lent it has left: a link, and nothing about whom. */
export async function mailLoanStayed({
  agreementId,
  userId,
  day,
}: JobPayloads["mail_loan_stayed"]): Promise<void> {
  const mail = await prepareLoanStayed(agreementId, userId);
  if (!mail) return;
  const { to, ...values } = mail;
  const t = translator("sv", "followups");
  await sendMail({
    id: messageId("stayed", agreementId, day, userId),
    to,
    subject: t("mail.stayed.subject"),
    text: t("mail.stayed.text", values),
  });
}
