import type { AgreementContent } from "#app/domain/agreements/content";
import { mondayOf, type Period, weekOf } from "#app/domain/agreements/period";
import { hoursInWeek } from "#app/domain/agreements/step-plan";
import { isOpenOn } from "#app/domain/agreements/working-days";
import { spreadHours } from "#app/domain/followups/spread-hours";
import { dayAfter } from "#app/domain/organisations/day";
import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

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
function textOn(texts: readonly AgreedText[], day: string): AgreedText | null {
  return texts.findLast(({ agreedOn }) => agreedOn <= day) ?? texts[0] ?? null;
}

/** The first and the last day of an agreement as it was lived: the period that counts last, cut where it ended early. */
export function livedPeriod({ texts, endedOn }: Pick<PlanFacts, "texts" | "endedOn">) {
  const period = texts.at(-1)?.content.period;
  if (!period) return null;
  return { ...period, endsOn: endedOn && endedOn < period.endsOn ? endedOn : period.endsOn };
}

/** The seven days of a week, by its Monday. The hours of a text are spread once, for lists read many weeks of many people. */
export function plannedWeek(facts: PlanFacts, monday: string): PlannedDay[] {
  const spread = new Map<AgreedText, Map<Weekday, number>>();
  return weekdays.map((weekday, index) => {
    const day = dayAfter(monday, index);
    const text = textOn(facts.texts, day);
    if (!text) return { day, hours: 0, off: "outside" };
    const hours = spread.get(text) ?? hoursOf(text, monday);
    spread.set(text, hours);
    return plannedOn(facts, text, day, hours.get(weekday) ?? 0);
  });
}

function hoursOf({ content: { period, schedule, stepPlan } }: AgreedText, monday: string) {
  return spreadHours(schedule, hoursInWeek(stepPlan, weekOf(period, monday)));
}

/** What was planned for a day by the text that counted then; `hours` are those of its weekday. */
function plannedOn(facts: PlanFacts, { content }: AgreedText, day: string, hours: number): PlannedDay {
  const off = (why: DayOff): PlannedDay => ({ day, hours: 0, off: why });
  const { period, closedDays } = content;
  if (day < period.startsOn || day > period.endsOn) return off("outside");
  if (facts.endedOn !== null && day > facts.endedOn) return off("outside");
  if (hours === 0) return off("not_scheduled");
  if (facts.isPaused(day)) return off("paused");
  if (facts.isHoliday(day)) return off("holiday");
  if (!isOpenOn({ isHoliday: () => false, closed: closedDays }, day)) return off("closed");
  return { day, hours, off: null };
}

/** The Mondays of all weeks of an agreement. */
export function mondaysOf(period: Period): string[] {
  const mondays: string[] = [];
  for (let day = mondayOf(period.startsOn); day <= period.endsOn; day = dayAfter(day, 7)) mondays.push(day);
  return mondays;
}
