import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { mobileOf } from "#app/domain/notifications/phone";
import { mostSmsParts, smsParts } from "#app/domain/notifications/sms-text";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { keepFile } from "#app/platform/kept-file.server";
import { log } from "#app/platform/log.server";

/** A short plain text to one telephone. `id`: the same for every attempt to send the same text. */
export type Sms = { to: string; text: string; id?: string };

export const smsFolder = join(env.DATA_DIR, "sms");
const patience = 10_000;

/**
 * Sends a text message: as JSON `{to, from, text}` to SMS_URL, with SMS_TOKEN as a bearer and the id as Idempotency-Key;
 * without SMS_URL it becomes a file in DATA_DIR/sms. To be called by a job, which tries again. Errors, for which trying again
 * is of no use: `phone_pattern` (no number that takes text messages), `too_long` (more than three parts).
 * @throws when the service does not take it
 */
export async function sendSms({
  to,
  text,
  id = randomUUID(),
}: Sms): Promise<Outcome<object, "phone_pattern" | "too_long">> {
  const number = mobileOf(to);
  if (number === null) return refuse("phone_pattern");
  if (smsParts(text) > mostSmsParts) return refuse("too_long");
  const message = { to: number, from: env.SMS_FROM, text };
  if (!env.SMS_URL) {
    await keepFile(smsFolder, { id, moment: now(), ending: "json" }, JSON.stringify(message));
    return done();
  }
  const answer = await fetch(env.SMS_URL, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Idempotency-Key": id,
      ...(env.SMS_TOKEN ? { Authorization: `Bearer ${env.SMS_TOKEN}` } : {}),
    },
    body: JSON.stringify(message),
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  await answer.body?.cancel();
  // What the service answers may repeat the text: only its status is told.
  if (!answer.ok) throw new Error(`the SMS service answered ${answer.status}`);
  return done();
}

/** Told to whoever runs the product, without number or text. */
function refuse(code: "phone_pattern" | "too_long") {
  log.warn({ code }, "a text message was not sent");
  return fail(code);
}
