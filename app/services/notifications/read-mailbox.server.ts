import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isDevelopment } from "#app/platform/env.server";
import { mailFolder } from "#app/platform/mailer.server";

export type WrittenMail = { file: string; to: string; subject: string; date: string; text: string };

const newest = 50;

/** The newest mails that were written to files, for a developer. Failure in production: `not_found`. */
export async function readMailbox(): Promise<Outcome<{ mails: WrittenMail[] }>> {
  if (!isDevelopment) return fail("not_found");
  const files = await readdir(mailFolder).catch(() => []);
  const wanted = files
    .filter((file) => file.endsWith(".eml"))
    .sort()
    .reverse()
    .slice(0, newest);
  const mails = await Promise.all(
    wanted.map(async (file) => ({ file, ...parse(await readFile(join(mailFolder, file), "utf8")) })),
  );
  return done({ mails });
}

function parse(message: string): Omit<WrittenMail, "file"> {
  const [head = "", ...body] = message.split("\r\n\r\n");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1]?.trim() ?? "";
  const word = /^=\?UTF-8\?B\?(.*)\?=$/.exec(header("Subject"));
  const subject = word ? Buffer.from(word[1] ?? "", "base64").toString() : header("Subject");
  return { to: header("To"), subject, date: header("Date"), text: body.join("\r\n\r\n").trim() };
}
