import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { now } from "#app/platform/clock.server";
import { appUrl, env } from "#app/platform/env.server";
import { keepFile } from "#app/platform/kept-file.server";

/**
 * Plain text to one person. `id`: the same for every attempt to send the same mail; it becomes the Message-ID, by which a
 * receiver knows a mail that it has already. docs/decisions/014.
 */
export type Mail = { to: string; subject: string; text: string; id?: string };

export const mailFolder = join(env.DATA_DIR, "mail");
const from = env.MAIL_FROM ?? `Praktikkartan <praktikkartan@${new URL(appUrl).hostname}>`;
let transport: Transporter | undefined;

/** No answer is waited for longer, in milliseconds: a lease on a mail outlives every attempt. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Sends a mail by SMTP_URL; without one it becomes a file in DATA_DIR/mail. */
export async function sendMail({ id, ...mail }: Mail): Promise<void> {
  const messageId = `<${id ?? randomUUID()}@${new URL(appUrl).hostname}>`;
  if (!env.SMTP_URL) return writeMail({ ...mail, id: id ?? randomUUID() }, messageId);
  transport ??= createTransport({ url: env.SMTP_URL, ...patience });
  await transport.sendMail({ from, ...mail, messageId });
}

/** A file that is readable as it is, and by any mail program. */
async function writeMail({ id, to, subject, text }: Mail & { id: string }, messageId: string): Promise<void> {
  const moment = now();
  const message = [
    `Date: ${moment.toUTCString().replace("GMT", "+0000")}`,
    `From: ${from}`,
    `To: ${oneLine(to)}`,
    `Subject: ${encodeWord(oneLine(subject))}`,
    `Message-ID: ${messageId}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text,
    "",
  ].join("\r\n");
  await keepFile(mailFolder, { id, moment, ending: "eml" }, message);
}

const oneLine = (value: string) => value.replace(/[\r\n]+/g, " ");

/** RFC 2047, when the subject needs it. */
const encodeWord = (value: string) =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`;
