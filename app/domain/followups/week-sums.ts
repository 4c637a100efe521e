import { mondayOf, type Period } from "#app/domain/agreements/period";
import type { Entry } from "#app/domain/followups/attendance";
import { mondaysOf, type PlanFacts, type PlannedDay, plannedWeek } from "#app/domain/followups/planned-week";
import { dayAfter } from "#app/domain/organisations/day";

/** One week in hours: what was planned, what was done, and what of the plan was sickness. */
export type WeekSums = {
  /** Its Monday, and its place in the period, 1 for the first. */
  monday: string;
  week: number;
  planned: number;
  real: number;
  sick: number;
  /** Planned hours of days about which nothing is written, past or to come. */
  unwritten: number;
  /** Planned days until today about which nothing is written. */
  missing: number;
};

/** The sums of one week. */
export function sumWeek(
  monday: string,
  week: number,
  days: readonly PlannedDay[],
  entries: readonly Pick<Entry, "day" | "hours" | "absence">[],
  today: string,
): WeekSums {
  const sums: WeekSums = { monday, week, planned: 0, real: 0, sick: 0, unwritten: 0, missing: 0 };
  for (const { day, hours } of days) {
    const entry = entries.find((one) => one.day === day);
    sums.planned += hours;
    sums.real += entry?.hours ?? 0;
    if (entry?.absence === "sjuk") sums.sick += hours;
    if (!entry) sums.unwritten += hours;
    if (!entry && hours > 0 && day <= today) sums.missing += 1;
  }
  return sums;
}

/** Every week of an agreement. */
export function sumWeeks(
  facts: PlanFacts,
  period: Period,
  entries: readonly Pick<Entry, "day" | "hours" | "absence">[],
  today: string,
): WeekSums[] {
  return mondaysOf(period).map((monday, index) => {
    const until = dayAfter(monday, 7);
    const written = entries.filter(({ day }) => monday <= day && day < until);
    return sumWeek(monday, index + 1, plannedWeek(facts, monday), written, today);
  });
}

/** Hours planned and done in the weeks that are over. */
export function sumsSoFar(weeks: readonly WeekSums[], today: string): { planned: number; real: number } {
  const over = weeks.filter(({ monday }) => monday < mondayOf(today));
  return {
    planned: over.reduce((sum, { planned }) => sum + planned, 0),
    real: over.reduce((sum, { real }) => sum + real, 0),
  };
}
