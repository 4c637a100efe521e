import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

/** Two ISO dates, both included. */
export type Period = { startsOn: string; endsOn: string };

/** Whether both days are written, in the right order: a draft's may be empty. */
export function isWhole({ startsOn, endsOn }: Period): boolean {
  return startsOn !== "" && endsOn !== "" && startsOn <= endsOn;
}

/** The weekday of an ISO date. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  return dayAfter(day, -weekdays.indexOf(weekdayOf(day)));
}

/** How many calendar weeks a period touches; 0 when it ends before it starts. */
export function weeksIn({ startsOn, endsOn }: Period): number {
  if (endsOn < startsOn) return 0;
  return daysBetween(mondayOf(startsOn), mondayOf(endsOn)) / 7 + 1;
}

/** In which week of the period a day lies, 1 for the first; 0 or less before it, more than the last after it. */
export function weekOf(period: Pick<Period, "startsOn">, day: string): number {
  return daysBetween(mondayOf(period.startsOn), mondayOf(day)) / 7 + 1;
}

/** The Monday of a week of the period; of week 1 the first day itself, which may be later in the week. */
export function startOfWeek(period: Pick<Period, "startsOn">, week: number): string {
  return week <= 1 ? period.startsOn : dayAfter(mondayOf(period.startsOn), (week - 1) * 7);
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

/** The days that it came to when it stopped on `endedOn`; null when that was before it began. */
export function periodHeld(period: Period, endedOn: string | null): Period | null {
  if (endedOn === null || endedOn >= period.endsOn) return period;
  return endedOn < period.startsOn ? null : { ...period, endsOn: endedOn };
}
