import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareListingToLookAt } from "#app/services/placements/review-mail.server";

/** Tells one coordinator of the municipality that a listing waits for a review. */
export async function mailListingArrived({
  placementId,
  userId,
}: JobPayloads["mail_listing_arrived"]): Promise<void> {
  const mail = await prepareListingToLookAt(placementId, userId, "coordinator");
  if (!mail) return;
  const t = translator("sv", "offer");
  const [subject, text] = mail.isCompleted ? ["completed", "completedText"] : ["subject", "text"];
  const parts = [t(`mail.arrived.${text}`, mail), mail.url, t("mail.bye")];
  await sendMail({ to: mail.to, subject: t(`mail.arrived.${subject}`, mail), text: parts.join("\n\n") });
}
