import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { formatDayInSentence } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareOwnStep } from "#app/services/followups/own-steps.server";

/** Tells one of those around what a participant did alone: which agreement and which day, never who or why. */
export async function tellOwnStep({ stepId, recipient }: JobPayloads["tell_own_step"]): Promise<void> {
  const message = await prepareOwnStep(stepId, recipient);
  if (!message) return;
  const { channel, to, as, what, number, url, isNeutral } = message;
  const t = translator("sv", "today");
  const day = formatDayInSentence("sv", message.day);
  const id = messageId(stepId, recipient);
  if (channel === "sms") {
    await sendSms({ id, to, text: t(`told.sms.${what}`, { day, number }) });
    return;
  }
  const key = isNeutral ? "told.protected" : `told.${as}.${what}`;
  const text = [t(`${key}.text`, { day, number }), url ?? "", t("told.neutral")].filter(Boolean);
  await sendMail({ id, to, subject: t(`${key}.subject`, { day, number }), text: `${text.join("\n\n")}\n` });
}
