import { readdirSync, readFileSync } from "node:fs";
import { mailFolder } from "#app/platform/mailer.server";

export type WrittenMail = { to: string; subject: string; text: string };

/** The mails written to an address so far, oldest first. */
export function mailsTo(address: string): WrittenMail[] {
  let files: string[] = [];
  try {
    files = readdirSync(mailFolder)
      .filter((file) => file.endsWith(".eml"))
      .sort();
  } catch {
    return [];
  }
  return files
    .map((file) => readFileSync(`${mailFolder}/${file}`, "utf8"))
    .filter((text) => text.includes(`To: ${address}\r\n`))
    .map((text) => ({ to: address, subject: subjectOf(text), text }));
}

/** The first address in a mail that ends with a secret below `path`, and the secret. */
export function secretIn(mail: WrittenMail | undefined, path: string): string {
  const found = new RegExp(`/${path}/([A-Za-z0-9_-]{43})`).exec(mail?.text ?? "");
  if (!found) throw new Error(`no link to ${path} in: ${mail?.text}`);
  return found[1]!;
}

function subjectOf(text: string): string {
  const raw = /^Subject: (.*)\r$/m.exec(text)?.[1] ?? "";
  const encoded = /^=\?UTF-8\?B\?(.*)\?=$/.exec(raw)?.[1];
  return encoded ? Buffer.from(encoded, "base64").toString("utf8") : raw;
}
