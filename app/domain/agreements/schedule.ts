import { minutesOf } from "#app/domain/agreements/clock-time";
import type { Session } from "#app/domain/agreements/content";
import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

/** Hours of a session without its pause; never below 0. */
export function hoursOfSession({ from, to, breakMinutes }: Session): number {
  return Math.max(0, minutesOf(to) - minutesOf(from) - breakMinutes) / 60;
}

/** Hours of a week. */
export function sumHours(schedule: readonly Session[]): number {
  const minutes = schedule.reduce((sum, session) => sum + Math.round(hoursOfSession(session) * 60), 0);
  return minutes / 60;
}

/** The sessions in the order of the week. */
export function inOrder(schedule: readonly Session[]): Session[] {
  return [...schedule].sort(
    (a, b) =>
      weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday) || minutesOf(a.from) - minutesOf(b.from),
  );
}

/** Whether two sessions share a minute. */
export function clash(a: Session, b: Session): boolean {
  return (
    a.weekday === b.weekday && minutesOf(a.from) < minutesOf(b.to) && minutesOf(b.from) < minutesOf(a.to)
  );
}

/** The weekdays with at least one session, in the order of the week. */
export function daysOf(schedule: readonly Session[]): Weekday[] {
  return weekdays.filter((day) => schedule.some(({ weekday }) => weekday === day));
}

/** Hours of the day with the most of them. */
export function longestDay(schedule: readonly Session[]): number {
  return Math.max(0, ...weekdays.map((day) => sumHours(schedule.filter(({ weekday }) => weekday === day))));
}

export type ScheduleProblem =
  | "schedule_required"
  | "ends_at_before_start"
  | "break_too_long"
  | "times_overlap"
  | "day_too_long";
/** Hours that nobody works in one day here. */
const longestAllowedDay = 10;

/** What is wrong with a week, or null; `weekday` says where. */
export function scheduleProblem(
  schedule: readonly Session[],
): { code: ScheduleProblem; weekday: Weekday | null } | null {
  if (schedule.length === 0) return { code: "schedule_required", weekday: null };
  for (const { weekday, from, to, breakMinutes } of schedule) {
    if (minutesOf(to) <= minutesOf(from)) return { code: "ends_at_before_start", weekday };
    if (minutesOf(to) - minutesOf(from) <= breakMinutes) return { code: "break_too_long", weekday };
  }
  for (const [index, session] of schedule.entries()) {
    if (schedule.slice(index + 1).some((other) => clash(session, other)))
      return { code: "times_overlap", weekday: session.weekday };
  }
  for (const weekday of weekdays) {
    if (sumHours(schedule.filter((one) => one.weekday === weekday)) > longestAllowedDay)
      return { code: "day_too_long", weekday };
  }
  return null;
}
