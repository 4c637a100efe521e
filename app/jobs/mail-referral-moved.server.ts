import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareReferralMoved } from "#app/services/profiles/referral-mail.server";

/** Tells whoever sent a referral that something has happened: a link, and nothing about whom. */
export async function mailReferralMoved({
  referralId,
  to,
}: JobPayloads["mail_referral_moved"]): Promise<void> {
  const mail = await prepareReferralMoved(referralId, to);
  if (!mail) return;
  const t = translator("sv", "referrals");
  const key = mail.role === "participant" ? "mail.ownMoved" : `mail.moved.${to}`;
  await sendMail({ to: mail.to, subject: t(`${key}.subject`), text: t(`${key}.text`, { url: mail.url }) });
}
