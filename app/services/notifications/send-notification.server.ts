import { systemActor } from "#app/domain/identity/actor";
import { type Channel, channelsFor } from "#app/domain/notifications/kinds";
import { mobileOf } from "#app/domain/notifications/phone";
import { afterQuiet, isQuiet } from "#app/domain/notifications/quiet-hours";
import {
  dueReminders,
  type Recipient,
  recipientOf,
  roleOf,
  stillHolds,
} from "#app/domain/notifications/reminders";
import { now, today } from "#app/platform/clock.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { notificationKey } from "#app/services/notifications/plan-reminders.server";
import { type ReminderText, writeReminder } from "#app/services/notifications/reminder-message.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import {
  type Account,
  findAccount,
  findAddress,
  readSettingsOf,
} from "#db/queries/notification-people.server";
import * as notifications from "#db/queries/notifications.server";
import type { ReminderAgreement } from "#db/queries/reminder-facts.server";

/** So long one process may be sending before another takes over: longer than any answer is waited for. */
export const leaseMinutes = 3;

/** What is still to go: a mail, a text message, or both. */
export type Outgoing = { mailTo: string | null; smsTo: string | null; text: ReminderText };

/**
 * Makes one reminder ready to go, and shows it in the list of whoever has an account. Null: it has gone, no longer holds,
 * goes nowhere else, or waits until 7 o'clock. Until `markSent` or the end of the lease nobody else sends it.
 */
export function prepareNotification(id: string): Promise<Outgoing | null> {
  return withActor(systemActor, async (tx) => {
    const row = await notifications.lockNotification(tx, id);
    if (!row || row.isSettled) return null;
    const wait = isQuiet(now()) ? afterQuiet(now()) : row.leasedUntil && new Date(row.leasedUntil);
    if (wait) {
      await enqueue(
        tx,
        "send_notification",
        { notificationId: id },
        { key: notificationKey(id), runAt: wait },
      );
      return null;
    }
    const agreement = await agreementToTell(tx, row.agreementId);
    const why = whyNot(row, agreement);
    if (why || !agreement) return settle(tx, id, why);
    const recipient = recipientOf(row.recipient);
    const to = await reach(tx, agreement, row, recipient);
    if (to.channels.length === 0) return settle(tx, id, to.account ? "not_wanted" : "no_address");
    if (to.account && to.channels.includes("app"))
      await notifications.showNotification(tx, id, to.account.membershipId);
    const mailTo = to.channels.includes("mail") && !row.isMailed ? to.mail : null;
    const smsTo = to.channels.includes("sms") && !row.isTexted ? to.phone : null;
    if (mailTo === null && smsTo === null) return settle(tx, id, null);
    await notifications.leaseNotification(tx, id, leaseMinutes);
    return { mailTo, smsTo, text: await writeReminder(tx, row, agreement, { ...to, recipient }) };
  });
}

/** Notes that a reminder has gone by a channel. */
export function markSent(id: string, channel: "mail" | "sms"): Promise<void> {
  return withActor(systemActor, (tx) => notifications.markSent(tx, id, channel));
}

/** Notes that nothing more is to go; `dropped`: why a text message could not. */
export function finishNotification(
  id: string,
  dropped: "phone_pattern" | "too_long" | null = null,
): Promise<void> {
  return withActor(systemActor, (tx) => notifications.settleNotification(tx, id, dropped));
}

/** Why a planned reminder is not sent: somebody has said that it is done, or it is not so any more. */
export function whyNot(
  row: notifications.NotificationRow,
  agreement: ReminderAgreement | null,
): "done" | "changed" | null {
  if (row.isDone) return "done";
  return agreement && stillHolds(row, dueReminders(agreement, today())) ? null : "changed";
}

async function settle(tx: Tx, id: string, dropped: string | null): Promise<null> {
  await notifications.settleNotification(tx, id, dropped);
  return null;
}

type Reached = {
  account: Account | null;
  address: { channel: "mail" | "sms"; address: string } | null;
  channels: readonly Channel[];
  mail: string | null;
  phone: string | null;
};

/** An account chooses how; a party without one is reached by mail, else by text message. */
async function reach(
  tx: Tx,
  agreement: ReminderAgreement,
  row: notifications.NotificationRow,
  recipient: Recipient,
): Promise<Reached> {
  const account = await findAccount(tx, agreement, recipient);
  if (account) {
    const settings = await readSettingsOf(tx, account.userId);
    const channels = channelsFor(roleOf(recipient), row.kind, settings);
    return { account, address: null, channels, mail: account.email, phone: settings.phone };
  }
  const address = recipient.party === "staff" ? null : await findAddress(tx, agreement, recipient.party);
  const phone = address?.channel === "sms" ? mobileOf(address.address) : null;
  const mail = address?.channel === "mail" ? address.address : null;
  const channels: Channel[] = mail ? ["mail"] : phone ? ["sms"] : [];
  return { account: null, address, channels, mail, phone };
}
