import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { formatDayInSentence } from "#app/i18n/format";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import {
  type AssignmentMail,
  prepareForCaseWorker,
  prepareForStaff,
} from "#app/services/followups/assignment-mail.server";

/** Tells the case worker that a report or an answer is there to read: a link, and nothing about whom. */
export async function mailCaseWorker(
  agreementId: string,
  key: string,
  what: "report" | "answered",
): Promise<void> {
  const mail = await prepareForCaseWorker(agreementId);
  if (mail) await send(messageId(what, key), mail, `mail.${what}`);
}

/** Tells the case worker that staff ended an agreement early, and from which day; of a protected identity only to look. */
export async function mailAssignmentEnded({
  agreementId,
  day,
}: JobPayloads["mail_assignment_ended"]): Promise<void> {
  const mail = await prepareForCaseWorker(agreementId);
  if (!mail) return;
  const key = mail.isNeutral ? "mail.changed" : "mail.ended";
  await send(messageId("ended", agreementId), mail, key, { day: formatDayInSentence("sv", day) });
}

/** Tells one of the staff that a case worker has asked something, or answered a report. */
export async function mailAssignment({
  agreementId,
  key,
  what,
  userId,
}: JobPayloads["mail_assignment"]): Promise<void> {
  const mail = await prepareForStaff(agreementId, userId);
  if (mail) await send(messageId(what, key, userId), mail, `mail.${what}`);
}

async function send(
  id: string,
  { to, url }: AssignmentMail,
  key: string,
  values: { day?: string } = {},
): Promise<void> {
  const t = translator("sv", "assignment");
  await sendMail({ id, to, subject: t(`${key}.subject`), text: t(`${key}.text`, { url, ...values }) });
}
