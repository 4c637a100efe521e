import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareClosingMail } from "#app/services/agreements/closing-mail.server";

/** Tells the participant that there is a certificate to read, or the case worker that there is a summary. */
export async function mailClosing({ agreementId, what }: JobPayloads["mail_closing"]): Promise<void> {
  const mail = await prepareClosingMail(agreementId, what);
  if (!mail) return;
  const t = translator("sv", "closing");
  const { id, to, ...values } = mail;
  await sendMail({
    id,
    to,
    subject: t(`${what}.mail.subject`, values),
    text: t(`${what}.mail.text`, values),
  });
}
