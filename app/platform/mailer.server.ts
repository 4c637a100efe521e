import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type Transporter } from "nodemailer";
import { now } from "#app/platform/clock.server";
import { appUrl, env } from "#app/platform/env.server";

/** Plain text to one person. */
export type Mail = { to: string; subject: string; text: string };

export const mailFolder = join(env.DATA_DIR, "mail");
const from = env.MAIL_FROM ?? `Praktikkartan <praktikkartan@${new URL(appUrl).hostname}>`;
let transport: Transporter | undefined;

/** Sends a mail by SMTP_URL; without one it becomes a file in DATA_DIR/mail. */
export async function sendMail(mail: Mail): Promise<void> {
  if (!env.SMTP_URL) return writeMail(mail);
  transport ??= createTransport(env.SMTP_URL);
  await transport.sendMail({ from, ...mail });
}

/** A complete file or none: written beside and then renamed. Readable as it is, and by any mail program. */
async function writeMail({ to, subject, text }: Mail): Promise<void> {
  const moment = now();
  const name = `${moment.toISOString().replaceAll(":", "-")}-${randomUUID()}`;
  const message = [
    `Date: ${moment.toUTCString().replace("GMT", "+0000")}`,
    `From: ${from}`,
    `To: ${oneLine(to)}`,
    `Subject: ${encodeWord(oneLine(subject))}`,
    `Message-ID: <${randomUUID()}@${new URL(appUrl).hostname}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text,
    "",
  ].join("\r\n");
  await mkdir(mailFolder, { recursive: true });
  await writeFile(join(mailFolder, `${name}.part`), message, { mode: 0o600 });
  await rename(join(mailFolder, `${name}.part`), join(mailFolder, `${name}.eml`));
}

const oneLine = (value: string) => value.replace(/[\r\n]+/g, " ");

/** RFC 2047, when the subject needs it. */
const encodeWord = (value: string) =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`;
