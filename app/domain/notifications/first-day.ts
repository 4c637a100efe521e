import type { Session } from "#app/domain/agreements/content";
import { weekdayOf } from "#app/domain/agreements/period";
import { inOrder } from "#app/domain/agreements/schedule";

/** When a day of the schedule begins and ends ("09:00"); null when nobody is expected that weekday. */
export function scheduleOn(schedule: readonly Session[], day: string): { from: string; to: string } | null {
  const sessions = inOrder(schedule).filter(({ weekday }) => weekday === weekdayOf(day));
  const last = sessions.at(-1);
  return sessions[0] && last ? { from: sessions[0].from, to: last.to } : null;
}
