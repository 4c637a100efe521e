import { type Actor, roles } from "#app/domain/identity/actor";
import { pageOf } from "#app/domain/notifications/reminder-page";
import { recipientOf } from "#app/domain/notifications/reminders";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { withActor } from "#db/client.server";
import * as list from "#db/queries/notification-list.server";

export const perPage = 30;

/** One line of the own list. `number` and `day` are null where they are not to be said. */
export type ListedReminder = Omit<list.ListedRow, "agreementId" | "recipient"> & { as: "party" | "staff" };

/**
 * The own reminders in the role that asks, newest first. No audit event: it says when, and of which agreement, never of whom.
 * Errors: `not_found` for who has no role.
 */
export async function listNotifications(
  actor: Actor,
  page: number,
): Promise<Outcome<{ rows: ListedReminder[]; unread: number; hasMore: boolean }, "not_found">> {
  if (!hasList(actor)) return fail("not_found");
  return withActor(actor, async (tx) => {
    const rows = await list.listShown(tx, actor.role, perPage + 1, (page - 1) * perPage);
    return done({
      rows: rows.slice(0, perPage).map(({ agreementId: _, recipient, ...row }) => ({
        ...row,
        day: row.number === null ? null : row.day,
        as: recipientOf(recipient).party === "staff" ? ("staff" as const) : ("party" as const),
      })),
      unread: await list.countUnread(tx),
      hasMore: rows.length > perPage,
    });
  });
}

/** Marks one as read; answers the page that it is about. Errors: `not_found`. */
export async function readNotification(
  actor: Actor,
  id: string,
): Promise<Outcome<{ page: string }, "not_found">> {
  if (!hasList(actor) || !isUuid(id)) return fail("not_found");
  return withActor(actor, async (tx) => {
    const row = await list.markRead(tx, id);
    if (!row) return fail("not_found");
    return done({ page: pageOf(recipientOf(row.recipient), row.agreementId, row.kind) });
  });
}

/** Marks all as read. Errors: `not_found`. */
export async function readAllNotifications(actor: Actor): Promise<Outcome<object, "not_found">> {
  if (!hasList(actor)) return fail("not_found");
  await withActor(actor, (tx) => list.markAllRead(tx));
  return done();
}

/** Says that it is done: nothing more of the kind comes about the same thing. Errors: `not_found`. */
export async function finishReminder(actor: Actor, id: string): Promise<Outcome<object, "not_found">> {
  if (!hasList(actor) || !isUuid(id)) return fail("not_found");
  return (await withActor(actor, (tx) => list.markDone(tx, id))) ? done() : fail("not_found");
}

const hasList = (actor: Actor) => actor.userId !== null && roles.some((role) => role === actor.role);
