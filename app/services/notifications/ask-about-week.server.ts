import { mondayOf } from "#app/domain/agreements/period";
import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { afterQuiet, isQuiet } from "#app/domain/notifications/quiet-hours";
import { dayOf, now, today } from "#app/platform/clock.server";
import { listWeekLinksDue, sendDueWeekLink } from "#app/services/followups/week-links.server";
import { wantsToBeAsked } from "#app/services/notifications/wants-to-be-asked.server";
import { withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";

/**
 * Asks every supervisor who has unwritten days this week for it, once a week, with one link for all of the supervisor's
 * people; not those who have an account and want no such mail. Broken off, it begins anew and finds whom it has asked. Waits
 * until 7 o'clock in the quiet hours. The week is the one in which it was ordered, also when it is tried again on the next
 * Monday. Answers how many were asked.
 */
export async function askAboutWeek(ordered: JobPayloads["ask_about_week"] = {}): Promise<number> {
  const week = ordered.week ?? mondayOf(ordered._cron ? dayOf(new Date(ordered._cron.ts)) : today());
  if (isQuiet(now())) {
    await withActor(systemActor, (tx) =>
      enqueue(tx, "ask_about_week", { week }, { runAt: afterQuiet(now()) }),
    );
    return 0;
  }
  let asked = 0;
  let after: Parameters<typeof listWeekLinksDue>[1] = null;
  do {
    const round = await listWeekLinksDue(week, after);
    for (const due of round.due) {
      if ((await wantsToBeAsked(due, "attendance")) && (await sendDueWeekLink(due))) asked += 1;
    }
    after = round.next;
  } while (after !== null);
  return asked;
}
