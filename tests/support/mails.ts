import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mailFolder } from "#app/platform/mailer.server";

/** Every mail that was written to a file, oldest first, headers and all. */
export function writtenMails(): string[] {
  if (!existsSync(mailFolder)) return [];
  return readdirSync(mailFolder)
    .filter((file) => file.endsWith(".eml"))
    .sort()
    .map((file) => readFileSync(join(mailFolder, file), "utf8"));
}
