import { systemActor } from "#app/domain/identity/actor";
import type { JobPayloads } from "#app/domain/notifications/jobs";
import { afterQuiet, isQuiet } from "#app/domain/notifications/quiet-hours";
import { isWeekend } from "#app/domain/organisations/day";
import { dayOf, now, today } from "#app/platform/clock.server";
import { listRatingLinksDue, sendDueRatingLink } from "#app/services/followups/rating-links.server";
import { wantsToBeAsked } from "#app/services/notifications/wants-to-be-asked.server";
import { withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import type { Supervisor } from "#db/queries/supervisors.server";

/**
 * Asks every supervisor how it goes for the own people, once a month, with one link for all of them; not those who have an
 * account and want no such mail. Ordered on the first days of the month: on a day off nobody is asked, the next round makes it
 * good. Broken off, it begins anew and finds whom it has asked. Waits until 7 o'clock in the quiet hours. Answers how many
 * were asked.
 */
export async function askAboutRatings(ordered: JobPayloads["ask_about_ratings"] = {}): Promise<number> {
  const day = ordered.day ?? (ordered._cron ? dayOf(new Date(ordered._cron.ts)) : today());
  if (isQuiet(now())) {
    await withActor(systemActor, (tx) =>
      enqueue(tx, "ask_about_ratings", { day }, { runAt: afterQuiet(now()) }),
    );
    return 0;
  }
  const { isHoliday } = await import("#app/platform/holidays.server");
  if (isWeekend(day) || isHoliday(day)) return 0;
  let asked = 0;
  let after: Supervisor | null = null;
  do {
    const round = await listRatingLinksDue(day, after);
    for (const due of round.due) {
      if ((await wantsToBeAsked(due, "rating")) && (await sendDueRatingLink(due, day))) asked += 1;
    }
    after = round.next;
  } while (after !== null);
  return asked;
}
