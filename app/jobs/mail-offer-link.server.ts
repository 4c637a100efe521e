import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareOfferLink } from "#app/services/placements/offer-mail.server";

/** Mails the link that confirms an offer, or opens its form on another device. */
export async function mailOfferLink({ offerId, purpose }: JobPayloads["mail_offer_link"]): Promise<void> {
  const mail = await prepareOfferLink(offerId, purpose);
  if (!mail) return;
  const t = translator(mail.language, "offer");
  const key = purpose === "confirm" ? "mail.confirm" : "mail.write";
  const parts = [t("mail.hello"), t(`${key}.text`), mail.url, t("mail.ignore"), t("mail.bye")];
  await sendMail({ to: mail.to, subject: t(`${key}.subject`), text: parts.join("\n\n") });
}
