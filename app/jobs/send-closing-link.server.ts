import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareClosingLink } from "#app/services/agreements/closing-links.server";

/** Sends a link after the end: to the supervisor, the participant or the employer, who need no account. */
export async function sendClosingLink({ linkId }: JobPayloads["send_closing_link"]): Promise<void> {
  const message = await prepareClosingLink(linkId);
  if (!message) return;
  const { channel, purpose, to, url, days } = message;
  const t = translator("sv", "closing");
  const values = { url, days };
  if (channel === "sms") {
    await sendSms({ id: linkId, to, text: t(`${purpose}.sms`, values) });
    return;
  }
  await sendMail({
    id: linkId,
    to,
    subject: t(`${purpose}.mail.subject`),
    text: t(`${purpose}.mail.text`, values),
  });
}
