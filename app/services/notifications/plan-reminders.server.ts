import { systemActor } from "#app/domain/identity/actor";
import { afterQuiet, quietHours, swedishHour } from "#app/domain/notifications/quiet-hours";
import { type DueReminder, dueReminders, recipientOf } from "#app/domain/notifications/reminders";
import { type StaffMember, staffFor, staffRecipient } from "#app/domain/notifications/staff-for";
import { now, today } from "#app/platform/clock.server";
import { type Tx, withActor } from "#db/client.server";
import { enqueueMany } from "#db/queries/jobs.server";
import { listStaffOf } from "#db/queries/notification-people.server";
import {
  listForgotten,
  type NewNotification,
  type Planned,
  planNotifications,
} from "#db/queries/notifications.server";
import { type Candidate, listCandidates } from "#db/queries/reminder-facts.server";

/** So many agreements at a time, each time in a transaction of its own: the memory does not grow with their number. */
const batchSize = 500;
const beforeAll = "00000000-0000-0000-0000-000000000000";

/**
 * Finds what is due over all associations, in one pass, and plans it: each reminder once, by its unique key, together with
 * the job that sends it. A pass that is broken off begins anew and finds what it had planned. Then it takes up what should
 * have been sent and that no job is going to send. docs/decisions/014. Answers how many agreements it looked at, and how many
 * reminders are new.
 */
export async function planReminders(day = today()): Promise<{ looked: number; planned: number }> {
  let looked = 0;
  let planned = 0;
  for (let after = beforeAll; ; ) {
    const batch = await withActor(systemActor, (tx) => planBatch(tx, day, after));
    looked += batch.looked;
    planned += batch.planned;
    if (batch.last === null) break;
    after = batch.last;
  }
  for (let after = beforeAll; ; ) {
    const forgotten = await withActor(systemActor, (tx) => orderForgotten(tx, after));
    if (forgotten === null) break;
    after = forgotten;
  }
  return { looked, planned };
}

async function planBatch(tx: Tx, day: string, after: string) {
  const { isHoliday } = await import("#app/platform/holidays.server");
  const candidates = await listCandidates(tx, day, after, batchSize, isHoliday);
  const due = candidates.flatMap((candidate) =>
    dueReminders(candidate, day).map((reminder) => ({ candidate, reminder })),
  );
  const staff = due.some(({ reminder }) => reminder.to.includes("staff"))
    ? await listStaffOf(tx, [...new Set(due.map(({ candidate }) => candidate.associationId))])
    : [];
  const rows = due.flatMap(({ candidate, reminder }) => toRows(candidate, reminder, day, staff));
  const planned = await planNotifications(tx, rows);
  await orderJobs(tx, planned);
  const last = candidates.length === batchSize ? candidates.at(-1)!.id : null;
  return { looked: candidates.length, planned: planned.length, last };
}

function toRows(
  { id, associationId, staff, isProtected }: Candidate,
  { kind, subject, step, to }: DueReminder,
  day: string,
  members: readonly StaffMember[],
): NewNotification[] {
  const hour = swedishHour(day, quietHours.to);
  const sendAt = afterQuiet(hour > now() ? hour : now()).toISOString();
  const recipients = to.flatMap((party) =>
    party === "staff"
      ? staffFor({ associationId, staff, isProtected }, members).map(staffRecipient)
      : [party],
  );
  return recipients.map((recipient) => ({
    associationId,
    agreementId: id,
    kind,
    subject,
    step,
    recipient,
    sendAt,
  }));
}

async function orderForgotten(tx: Tx, after: string): Promise<string | null> {
  const forgotten = await listForgotten(tx, after, batchSize);
  await orderJobs(tx, forgotten);
  return forgotten.length === batchSize ? forgotten.at(-1)!.id : null;
}

/** A job for each, and one for each coordinator's mail of the day. */
async function orderJobs(tx: Tx, planned: readonly Planned[]): Promise<void> {
  const single: Parameters<typeof enqueueMany<"send_notification">>[2][number][] = [];
  const digests = new Map<string, Parameters<typeof enqueueMany<"send_digest">>[2][number]>();
  for (const { id: notificationId, associationId, recipient, sendAt: runAt } of planned) {
    const to = recipientOf(recipient);
    if (to.party === "staff" && to.role === "coordinator") {
      const { userId } = to;
      const key = digestKey(associationId, userId);
      digests.set(key, { payload: { associationId, userId }, key, runAt });
    } else single.push({ payload: { notificationId }, key: notificationKey(notificationId), runAt });
  }
  await enqueueMany(tx, "send_notification", single);
  await enqueueMany(tx, "send_digest", [...digests.values()]);
}

export const notificationKey = (id: string) => `notification:${id}`;
export const digestKey = (associationId: number, userId: string) => `digest:${associationId}:${userId}`;
