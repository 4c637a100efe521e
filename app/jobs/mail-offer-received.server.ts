import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareReceived } from "#app/services/placements/offer-mail.server";

/** Tells the employer that the listing has come in, and what happens next. */
export async function mailOfferReceived({ offerId }: JobPayloads["mail_offer_received"]): Promise<void> {
  const mail = await prepareReceived(offerId);
  if (!mail) return;
  const t = translator(mail.language, "offer");
  const parts = [t("mail.hello")];
  if (mail.published) parts.push(t("mail.received.published", mail), mail.url);
  else parts.push(t(mail.hasCoordinator ? "mail.received.review" : "mail.received.nobody", mail));
  if (!mail.isClaim) parts.push(t("mail.received.signIn"), mail.home);
  parts.push(t("mail.bye"));
  await sendMail({ to: mail.to, subject: t("mail.received.subject", mail), text: parts.join("\n\n") });
}
