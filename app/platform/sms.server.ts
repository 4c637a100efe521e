import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { internationalOf } from "#app/domain/notifications/phone";
import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";

/** A short plain text to one telephone. */
export type Sms = { to: string; text: string };

export const smsFolder = join(env.DATA_DIR, "sms");
const patience = 10_000;

/**
 * Sends a text message: as JSON `{to, from, text}` to SMS_URL, with SMS_TOKEN as a bearer; without one it becomes a file in
 * DATA_DIR/sms.
 * @throws when the service does not take it; a job tries again
 */
export async function sendSms({ to, text }: Sms): Promise<void> {
  const message = { to: internationalOf(to), from: env.SMS_FROM, text };
  if (!env.SMS_URL) return writeSms(message);
  const answer = await fetch(env.SMS_URL, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(env.SMS_TOKEN ? { Authorization: `Bearer ${env.SMS_TOKEN}` } : {}),
    },
    body: JSON.stringify(message),
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  // What the service answers may repeat the text: only its status is told.
  if (!answer.ok) throw new Error(`the SMS service answered ${answer.status}`);
}

/** A complete file or none: written beside and then renamed. */
async function writeSms(message: object): Promise<void> {
  const name = `${now().toISOString().replaceAll(":", "-")}-${randomUUID()}`;
  await mkdir(smsFolder, { recursive: true });
  await writeFile(join(smsFolder, `${name}.part`), JSON.stringify(message), { mode: 0o600 });
  await rename(join(smsFolder, `${name}.part`), join(smsFolder, `${name}.json`));
}
