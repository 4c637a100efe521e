import type { JobPayloads } from "#app/domain/notifications/jobs";
import { messageId } from "#app/domain/notifications/message-id";
import { translator } from "#app/i18n/instance.server";
import { sendMail } from "#app/platform/mailer.server";
import { prepareForCaseWorker, prepareForStaff } from "#app/services/followups/assignment-mail.server";

/** Tells the case worker that a report or an answer is there to read: a link, and nothing about whom. */
export async function mailCaseWorker(
  agreementId: string,
  key: string,
  what: "report" | "answered",
): Promise<void> {
  const mail = await prepareForCaseWorker(agreementId);
  if (mail) await send(messageId(what, key), mail, `mail.${what}`);
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

async function send(id: string, { to, url }: { to: string; url: string }, key: string): Promise<void> {
  const t = translator("sv", "assignment");
  await sendMail({ id, to, subject: t(`${key}.subject`), text: t(`${key}.text`, { url }) });
}
