import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareDecision } from "#app/services/placements/review-mail.server";

/** Tells the employer what was decided about a listing, why, and what to do or whom to call. */
export async function mailListingDecided({ reviewId }: JobPayloads["mail_listing_decided"]): Promise<void> {
  const mail = await prepareDecision(reviewId);
  if (!mail) return;
  const t = translator(mail.language, "offer");
  const key = `mail.decided.${mail.decision}`;
  const parts = [t("mail.hello"), t(`${key}.text`, mail)];
  if (mail.decision === "approved") parts.push(mail.url);
  if (mail.completed) parts.push(t("mail.decided.completed", { name: mail.userName }));
  if (mail.entriesUrl) parts.push(t("mail.decided.entries"), mail.entriesUrl);
  const reasons = mail.reasons.filter((reason) => reason !== "other");
  if (reasons.length > 0) parts.push(reasons.map((reason) => `– ${t(`reason.${reason}`)}.`).join("\n"));
  if (mail.note !== "") parts.push(mail.note);
  if (mail.decision === "more_needed") parts.push(t("mail.decided.more_needed.link"), mail.url);
  if (mail.callPhone !== "")
    parts.push(t("mail.decided.call", { name: mail.callName, phone: mail.callPhone }));
  parts.push(t("mail.bye"));
  await sendMail({ to: mail.to, subject: t(`${key}.subject`, mail), text: parts.join("\n\n") });
}
