import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareListingToLookAt } from "#app/services/placements/review-mail.server";

/** Asks one of the employer's own people whether a listing that somebody else sent in is theirs. */
export async function mailListingClaimed({
  placementId,
  userId,
}: JobPayloads["mail_listing_claimed"]): Promise<void> {
  const mail = await prepareListingToLookAt(placementId, userId, "employer");
  if (!mail) return;
  const t = translator("sv", "offer");
  const parts = [t("mail.claimed.text", mail), mail.url, t("mail.bye")];
  await sendMail({ to: mail.to, subject: t("mail.claimed.subject", mail), text: parts.join("\n\n") });
}
