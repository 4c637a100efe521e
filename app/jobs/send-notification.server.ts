import type { JobPayloads } from "#app/domain/notifications/jobs";
import { translator } from "#app/i18n/instance.server";
import { reminderMail, reminderSms } from "#app/jobs/reminder-texts.server";
import { sendMail } from "#app/platform/mailer.server";
import { sendSms } from "#app/platform/sms.server";
import {
  finishNotification,
  markSent,
  prepareNotification,
} from "#app/services/notifications/send-notification.server";

/**
 * Sends one reminder. Broken off between the receiver's yes and our note of it, it is sent once more, with the same id.
 * docs/decisions/014.
 */
export async function sendNotification({ notificationId }: JobPayloads["send_notification"]): Promise<void> {
  const outgoing = await prepareNotification(notificationId);
  if (!outgoing) return;
  const { mailTo, smsTo, text } = outgoing;
  const t = translator("sv", "notifications");
  if (mailTo !== null) {
    await sendMail({ id: notificationId, to: mailTo, ...reminderMail(t, text) });
    await markSent(notificationId, "mail");
  }
  if (smsTo !== null) {
    const sent = await sendSms({ id: notificationId, to: smsTo, text: reminderSms(t, text) });
    // Trying again is of no use, and it has not gone.
    if (!sent.ok) return finishNotification(notificationId, sent.code);
    await markSent(notificationId, "sms");
  }
  await finishNotification(notificationId);
}
