import type { Session } from "#app/domain/agreements/content";
import type { Entry } from "#app/domain/followups/attendance";
import { scheduleOn } from "#app/domain/notifications/first-day";

/**
 * Whether a participant can say that they come after all: it is their own word, and the day's work has not begun. Of today
 * that is known only when the schedule has a time.
 */
export function canTakeBack(
  { day, absence, byRole }: Pick<Entry, "day" | "absence" | "byRole">,
  schedule: readonly Session[],
  at: { today: string; time: string },
): boolean {
  if (absence !== "anmald_franvaro" || byRole !== "participant") return false;
  if (day !== at.today) return day > at.today;
  const begins = scheduleOn(schedule, day)?.from ?? null;
  return begins !== null && at.time < begins;
}
