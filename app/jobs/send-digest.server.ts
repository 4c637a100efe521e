import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { digestMail } from "#app/jobs/reminder-texts.server";
import { sendMail } from "#app/platform/mailer.server";
import { finishDigest, prepareDigest } from "#app/services/notifications/send-digest.server";

/** Sends a coordinator the one mail of the day. */
export async function sendDigest(of: JobPayloads["send_digest"]): Promise<void> {
  const digest = await prepareDigest(of);
  if (!digest) return;
  const t = translator("sv", "notifications");
  await sendMail({ id: digest.id, to: digest.mailTo, ...digestMail(t, digest.lines) });
  await finishDigest(digest.id, of);
}
