import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { formatDayInSentence } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import { prepareStaffEnd } from "#app/services/followups/staff-end.server";

/** Tells one at the workplace that staff ended an agreement early: in the words used when a participant has, never why. */
export async function tellStaffEnd(end: JobPayloads["tell_staff_end"]): Promise<void> {
  const message = await prepareStaffEnd(end);
  if (!message) return;
  const { channel, to, number, url } = message;
  const t = translator("sv", "today");
  const values = { number, day: formatDayInSentence("sv", end.day) };
  const id = messageId("staff-end", end.agreementId, end.party);
  if (channel === "sms") {
    await sendSms({ id, to, text: t("told.sms.ended", values) });
    return;
  }
  const text = [t("told.party.ended.text", values), url ?? "", t("told.neutral")].filter(Boolean);
  await sendMail({
    id,
    to,
    subject: t("told.party.ended.subject", values),
    text: `${text.join("\n\n")}\n`,
  });
}
