import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { formatDayInSentence } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareEarlyEnd } from "#app/services/followups/early-end.server";

/**
 * Tells a party that somebody else ended an agreement early, never why: a participant that there is nowhere to go, the
 * workplace in the words used when a participant has ended it.
 */
export async function tellEarlyEnd(end: JobPayloads["tell_early_end"]): Promise<void> {
  const message = await prepareEarlyEnd(end);
  if (!message) return;
  const { channel, to, number, url } = message;
  const t = translator("sv", "today");
  const isOwn = end.party === "participant";
  const values = { number, day: formatDayInSentence("sv", end.day) };
  const id = messageId("early-end", end.agreementId, end.party);
  if (channel === "sms") {
    await sendSms({ id, to, text: t(isOwn ? "told.own.sms" : "told.sms.ended", values) });
    return;
  }
  const words = isOwn ? "told.own" : "told.party.ended";
  const text = [t(`${words}.text`, values), url ?? "", t("told.neutral")].filter(Boolean);
  await sendMail({
    id,
    to,
    subject: t(`${words}.subject`, values),
    text: `${text.join("\n\n")}\n`,
  });
}
