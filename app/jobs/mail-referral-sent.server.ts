import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareReferralSent } from "#app/services/profiles/referral-mail.server";

/** Tells one coordinator that a referral waits: a link, and nothing about whom. */
export async function mailReferralSent({
  referralId,
  userId,
}: JobPayloads["mail_referral_sent"]): Promise<void> {
  const mail = await prepareReferralSent(referralId, userId);
  if (!mail) return;
  const t = translator("sv", "referrals");
  await sendMail({ to: mail.to, subject: t("mail.sent.subject"), text: t("mail.sent.text", mail) });
}
