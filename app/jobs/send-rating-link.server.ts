import type { JobPayloads } from "#app/domain/notifications/jobs";
import { formatMonth } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareRatingLink } from "#app/services/followups/rating-links.server";

/** Sends a supervisor the link with which a month's statements are answered without an account. */
export async function sendRatingLinkMessage({ linkId }: JobPayloads["send_rating_link"]): Promise<void> {
  const message = await prepareRatingLink(linkId);
  if (!message) return;
  const { channel, to, url, days, people: count } = message;
  const t = translator("sv", "ratings");
  const values = { url, days, count, month: formatMonth("sv", message.month) };
  if (channel === "sms") {
    await sendSms({ id: linkId, to, text: t("sms", values) });
    return;
  }
  await sendMail({ id: linkId, to, subject: t("mail.subject", values), text: t("mail.text", values) });
}
