import { systemActor } from "#app/domain/identity/actor";
import type { ReminderKind } from "#app/domain/notifications/reminders";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hashToken } from "#app/platform/session-cookie.server";
import { withActor } from "#db/client.server";
import { findBySecret, markDoneBySecret } from "#db/queries/notification-list.server";

/** What the link "already done" of a mail is about. Looking changes nothing. Errors: `link_unknown`. */
export function readLinkedReminder(
  token: string,
): Promise<Outcome<{ kind: ReminderKind; number: string | null; isDone: boolean }, "link_unknown">> {
  return withActor(systemActor, async (tx) => {
    const found = await findBySecret(tx, hashToken(token));
    if (!found) return fail("link_unknown");
    const { kind, isDone, isProtected, number } = found;
    return done({ kind, isDone, number: isProtected ? null : number });
  });
}

/** Marks it as done; twice is once. Errors: `link_unknown`. */
export async function finishLinkedReminder(token: string): Promise<Outcome<object, "link_unknown">> {
  const found = await withActor(systemActor, (tx) => markDoneBySecret(tx, hashToken(token)));
  return found ? done() : fail("link_unknown");
}
