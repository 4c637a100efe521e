import type { JobPayloads } from "#app/domain/notifications/jobs";
import { formatDate } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareWeekLink } from "#app/services/followups/send-week-link.server";

/** Sends a supervisor the link with which a week's attendance is written without an account. */
export async function sendWeekLinkMessage({ linkId }: JobPayloads["send_week_link"]): Promise<void> {
  const message = await prepareWeekLink(linkId);
  if (!message) return;
  const { channel, to, url, days } = message;
  const t = translator("sv", "attendance");
  const dates = {
    from: formatDate("sv", message.from),
    until: formatDate("sv", message.until),
  };
  const values = { url, days, count: message.people, ...dates };
  if (channel === "sms") {
    await sendSms({ id: linkId, to, text: t("sms", values) });
    return;
  }
  await sendMail({ id: linkId, to, subject: t("mail.subject", values), text: t("mail.text", values) });
}
