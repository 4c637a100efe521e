import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareSigningLink } from "#app/services/agreements/send-link.server";

/** Sends a party the link with which an agreement is read and signed without an account. */
export async function sendSigningLink({ linkId }: JobPayloads["send_signing_link"]): Promise<void> {
  const message = await prepareSigningLink(linkId);
  if (!message) return;
  const { channel, to, isAmendment, ...values } = message;
  const t = translator("sv", "signing");
  if (channel === "sms") {
    await sendSms({ id: linkId, to, text: t("sms", values) });
    return;
  }
  const kind = isAmendment ? "amendment" : "agreement";
  await sendMail({
    id: linkId,
    to,
    subject: t(`mail.${kind}.subject`, values),
    text: t(`mail.${kind}.text`, values),
  });
}
