import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { formatDayInSentence } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareEmployerStep } from "#app/services/followups/employer-steps.server";

/** Tells one of the staff what an employer did alone: which agreement and which day, never who. */
export async function mailEmployerStep(step: JobPayloads["mail_employer_step"]): Promise<void> {
  const mail = await prepareEmployerStep(step);
  if (!mail) return;
  const { agreementId, what, userId } = step;
  const { to, number, isNeutral, url } = mail;
  const t = translator("sv", "today");
  const values = { number, day: formatDayInSentence("sv", step.day) };
  const key = `told.employer.${isNeutral ? "protected" : what}`;
  const text = [t(`${key}.text`, values), url, t("told.neutral")];
  await sendMail({
    id: messageId(agreementId, what, step.day, userId),
    to,
    subject: t(`${key}.subject`, values),
    text: `${text.join("\n\n")}\n`,
  });
}
