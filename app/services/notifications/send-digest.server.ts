import { systemActor } from "#app/domain/identity/actor";
import { channelsFor } from "#app/domain/notifications/kinds";
import { afterQuiet, isQuiet, quietHours, swedishHour } from "#app/domain/notifications/quiet-hours";
import { recipientOf } from "#app/domain/notifications/reminders";
import { dayAfter } from "#app/domain/organisations/day";
import { now, today } from "#app/platform/clock.server";
import { agreementToTell } from "#app/services/notifications/agreement-to-tell.server";
import { digestKey } from "#app/services/notifications/plan-reminders.server";
import { type ReminderText, writeReminder } from "#app/services/notifications/reminder-message.server";
import { leaseMinutes, whyNot } from "#app/services/notifications/send-notification.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import * as digests from "#db/queries/notification-digests.server";
import { findAccount, readSettingsOf } from "#db/queries/notification-people.server";
import * as notifications from "#db/queries/notifications.server";

export type Colleague = { associationId: number; userId: string };
/** The day's mail to one coordinator. `id` is the same however often it is made ready. */
export type OutgoingDigest = { id: string; mailTo: string; lines: ReminderText[] };

/**
 * Makes the day's mail to one coordinator ready: everything that is due, once a day. A mail that was begun and never came
 * away goes first. Null: nothing to say, said already today, or it waits until 7 o'clock.
 */
export function prepareDigest(of: Colleague): Promise<OutgoingDigest | null> {
  return withActor(systemActor, async (tx) => {
    if (isQuiet(now())) return wait(tx, of, afterQuiet(now()));
    const day = (await digests.findUnfinishedDigest(tx, of)) ?? today();
    const digest = await digests.openDigest(tx, { ...of, day });
    if (!digest) return null;
    if (digest.isMailed) {
      if (await digests.waitsForDigest(tx, of))
        await wait(tx, of, swedishHour(dayAfter(today(), 1), quietHours.to));
      return null;
    }
    if (digest.leasedUntil) return wait(tx, of, new Date(digest.leasedUntil));
    const settings = await readSettingsOf(tx, of.userId);
    const lines: ReminderText[] = [];
    let mailTo: string | null = null;
    for (const row of await notifications.lockDigestRows(tx, digest.id)) {
      const agreement = await agreementToTell(tx, row.agreementId);
      const recipient = recipientOf(row.recipient);
      const account = agreement && (await findAccount(tx, agreement, recipient));
      const why = whyNot(row, agreement) ?? (account ? null : "no_address");
      const channels = channelsFor("coordinator", row.kind, settings);
      if (why || !agreement || !account || channels.length === 0) {
        await notifications.settleNotification(tx, row.id, why ?? "not_wanted");
        continue;
      }
      if (channels.includes("app")) await notifications.showNotification(tx, row.id, account.membershipId);
      if (channels.includes("mail")) {
        mailTo = account.email;
        lines.push(await writeReminder(tx, row, agreement, { recipient, account, address: null }));
      } else await notifications.settleNotification(tx, row.id);
    }
    if (mailTo === null) {
      await digests.finishDigest(tx, digest.id);
      return null;
    }
    await digests.leaseDigest(tx, digest.id, leaseMinutes);
    return { id: digest.id, mailTo, lines };
  });
}

/** Notes that the day's mail has gone. What has come since goes with the next one. */
export function finishDigest(id: string, of: Colleague): Promise<void> {
  return withActor(systemActor, async (tx) => {
    await digests.finishDigest(tx, id);
    if (await digests.waitsForDigest(tx, of)) await wait(tx, of, now());
  });
}

async function wait(tx: Tx, of: Colleague, runAt: Date): Promise<null> {
  await enqueue(tx, "send_digest", of, { key: digestKey(of.associationId, of.userId), runAt });
  return null;
}
