import type { AgreementContent } from "#app/domain/agreements/content";
import { mondayOf, weekdayOf, weekOf } from "#app/domain/agreements/period";
import { hoursInWeek } from "#app/domain/agreements/step-plan";
import { isOpenOn } from "#app/domain/agreements/working-days";
import { spreadHours } from "#app/domain/followups/spread-hours";
import { dayAfter } from "#app/domain/organisations/day";

/** One agreed text, and from which day it counted. */
export type AgreedText = {
  agreedOn: string;
  content: Pick<AgreementContent, "period" | "schedule" | "stepPlan" | "closedDays">;
};

/** Everything that decides who is expected when: all agreed texts in order, the end, pauses, and Sweden's holidays. */
export type PlanFacts = {
  texts: readonly AgreedText[];
  endedOn: string | null;
  isPaused: (day: string) => boolean;
  isHoliday: (day: string) => boolean;
};

/** Why nobody is expected that day. */
export type DayOff = "outside" | "paused" | "holiday" | "closed" | "not_scheduled";
export type PlannedDay = { day: string; hours: number; off: DayOff | null };

/** The text that counted on a day: the last one agreed by then, before the first one that first one. */
export function textOn(texts: readonly AgreedText[], day: string): AgreedText | null {
  return texts.findLast(({ agreedOn }) => agreedOn <= day) ?? texts[0] ?? null;
}

/** The first and the last day of an agreement as it was lived: the period that counts last, cut where it ended early. */
export function livedPeriod({ texts, endedOn }: Pick<PlanFacts, "texts" | "endedOn">) {
  const period = texts.at(-1)?.content.period;
  if (!period) return null;
  return { ...period, endsOn: endedOn && endedOn < period.endsOn ? endedOn : period.endsOn };
}

/** What was planned for a day by the text that counted then, in hours. */
export function plannedOn(facts: PlanFacts, day: string): PlannedDay {
  const off = (why: DayOff): PlannedDay => ({ day, hours: 0, off: why });
  const text = textOn(facts.texts, day);
  if (!text) return off("outside");
  const { period, schedule, stepPlan, closedDays } = text.content;
  if (day < period.startsOn || day > period.endsOn) return off("outside");
  if (facts.endedOn !== null && day > facts.endedOn) return off("outside");
  const hours = spreadHours(schedule, hoursInWeek(stepPlan, weekOf(period, day))).get(weekdayOf(day)) ?? 0;
  if (hours === 0) return off("not_scheduled");
  if (facts.isPaused(day)) return off("paused");
  if (facts.isHoliday(day)) return off("holiday");
  if (!isOpenOn({ isHoliday: () => false, closed: closedDays }, day)) return off("closed");
  return { day, hours, off: null };
}

/** The seven days of a week, by its Monday. */
export function plannedWeek(facts: PlanFacts, monday: string): PlannedDay[] {
  return Array.from({ length: 7 }, (_, index) => plannedOn(facts, dayAfter(monday, index)));
}

/** The Mondays of all weeks of an agreement. */
export function mondaysOf(period: { startsOn: string; endsOn: string }): string[] {
  const mondays: string[] = [];
  for (let day = mondayOf(period.startsOn); day <= period.endsOn; day = dayAfter(day, 7)) mondays.push(day);
  return mondays;
}
