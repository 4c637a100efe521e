import type { Session } from "#app/domain/agreements/content";
import { type Period, weekdayOf } from "#app/domain/agreements/period";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { weekdays } from "#app/domain/placements/vocabulary";

/** Which days nobody works: public holidays (platform/holidays.server) and what the employer has closed. */
export type Calendar = { isHoliday: (day: string) => boolean; closed?: readonly Period[] };

/** Whether the workplace is open for the placement that day, as far as the calendar knows. */
export function isOpenOn(calendar: Calendar, day: string): boolean {
  return (
    !calendar.isHoliday(day) &&
    !calendar.closed?.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  );
}

/** Every day of the period on which the schedule has a session, open or not, in order. */
export function scheduledDays(period: Period, schedule: readonly Session[]): string[] {
  const { startsOn, endsOn } = period;
  const scheduled = new Set(schedule.map(({ weekday }) => weekday));
  const first = weekdays.indexOf(weekdayOf(startsOn));
  const last = daysBetween(startsOn, endsOn);
  const days: string[] = [];
  for (let ahead = 0; ahead <= last; ahead++) {
    // Only a day that is kept is made a date: start pages ask about the weeks of many people.
    if (scheduled.has(weekdays[(first + ahead) % 7]!)) days.push(dayAfter(startsOn, ahead));
  }
  return days;
}

/** The days on which somebody is expected. */
export function workingDays(period: Period, schedule: readonly Session[], calendar: Calendar): string[] {
  return scheduledDays(period, schedule).filter((day) => isOpenOn(calendar, day));
}

/** The scheduled days that fall away, to be told beforehand: "fre 1 maj är helgdag". */
export function daysOff(period: Period, schedule: readonly Session[], calendar: Calendar): string[] {
  return scheduledDays(period, schedule).filter((day) => !isOpenOn(calendar, day));
}

/** The first day on which somebody is expected, from a day on; null when there is none left. */
export function firstWorkingDay(
  period: Period,
  schedule: readonly Session[],
  calendar: Calendar,
  from = period.startsOn,
) {
  const begin = from > period.startsOn ? from : period.startsOn;
  return workingDays({ startsOn: begin, endsOn: period.endsOn }, schedule, calendar)[0] ?? null;
}
