import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareSuggestionMoved } from "#app/services/profiles/referral-mail.server";

/** Tells the participant that something has happened with the own suggestion: a link, and nothing else. */
export async function mailSuggestionMoved({
  suggestionId,
  to,
}: JobPayloads["mail_suggestion_moved"]): Promise<void> {
  const mail = await prepareSuggestionMoved(suggestionId, to);
  if (!mail) return;
  const t = translator("sv", "plan");
  await sendMail({ to: mail.to, subject: t("mail.moved.subject"), text: t("mail.moved.text", mail) });
}
