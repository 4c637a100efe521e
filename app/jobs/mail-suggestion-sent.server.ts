import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareSuggestionSent } from "#app/services/profiles/referral-mail.server";

/** Tells one coordinator that a participant has found a workplace: a link, and nothing about whom. */
export async function mailSuggestionSent({
  suggestionId,
  userId,
}: JobPayloads["mail_suggestion_sent"]): Promise<void> {
  const mail = await prepareSuggestionSent(suggestionId, userId);
  if (!mail) return;
  const t = translator("sv", "plan");
  await sendMail({ to: mail.to, subject: t("mail.sent.subject"), text: t("mail.sent.text", mail) });
}
