import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareAskAgain } from "#app/services/organisations/remind-ask-again.server";

/** Reminds the contact owner of an employer that wanted to be asked again today. */
export async function mailAskAgain({ employerId, userId }: JobPayloads["mail_ask_again"]): Promise<void> {
  const mail = await prepareAskAgain(employerId, userId);
  if (!mail) return;
  const t = translator("sv", "register");
  await sendMail({
    to: mail.to,
    subject: t("mail.askAgain.subject", mail),
    text: t(`mail.askAgain.text.${mail.appetite}`, mail),
  });
}
