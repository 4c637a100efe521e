import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";

export type ArrivedMail = { subject: string; text: string };

/** The mails that the SMTP server has taken for an address, oldest first. */
export function mailsFor(address: string): ArrivedMail[] {
  const folder = join(process.env.E2E_DATA_DIR!, "mail");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".eml"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => text.includes(`To: ${address}\r\n`))
    .map((text) => ({ subject: /^Subject: (.*)\r$/m.exec(text)?.[1] ?? "", text }));
}

/** Waits for a mail whose subject begins so, and answers it. */
export async function arrived(address: string, subject: string): Promise<ArrivedMail> {
  const find = () => mailsFor(address).findLast((mail) => mail.subject.startsWith(subject));
  await expect.poll(find, { timeout: 30_000 }).toBeTruthy();
  return find()!;
}

/** The address in a mail that lies below `path`, without its host. */
export function linkIn(mail: ArrivedMail, path: string): string {
  const found = new RegExp(`/${path}/[A-Za-z0-9_-]+`).exec(mail.text)?.[0];
  if (!found) throw new Error(`no link to ${path} in: ${mail.text}`);
  return found;
}
