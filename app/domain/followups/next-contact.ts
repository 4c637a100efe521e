import { minutesOf, timeOf } from "#app/domain/agreements/clock-time";
import type { Session } from "#app/domain/agreements/content";
import { weekdayOf } from "#app/domain/agreements/period";
import { type Calendar, isOpenOn } from "#app/domain/agreements/working-days";
import { dayAfter, daysBetween, isWeekend } from "#app/domain/organisations/day";

/** A proposed day and time for the next contact. `together`: the participant is at work then. */
export type NextProposal = { day: string; at: string; together: boolean };

/** Without a rhythm's own next day, so many days ahead is proposed. */
export const usualDaysAhead = 14;
const farthestDays = 21;
const officeHours = ["10:00", "13:00", "09:00", "14:00"];

/**
 * Free days for the next contact, the first on or after `target`: an open working day on which the coach has no other contact
 * at that time. Days on which the participant is at work come first within each week.
 */
export function proposeNext(of: {
  target: string;
  /** The last day that makes sense: the end of the agreement. */
  until: string;
  schedule: readonly Session[];
  calendar: Calendar;
  /** The coach's other contacts: day and time, or null when no time is set. */
  busy: readonly { day: string; at: string | null }[];
  count: number;
}): NextProposal[] {
  const { target, until, schedule, calendar, busy, count } = of;
  const days = Array.from({ length: farthestDays }, (_, ahead) => dayAfter(target, ahead)).filter(
    (day) => day <= until && !isWeekend(day) && isOpenOn(calendar, day),
  );
  const proposals = days.flatMap((day): NextProposal[] => {
    const session = schedule.find(({ weekday }) => weekday === weekdayOf(day));
    const at = freeTime(session ? timesOf(session) : officeHours, busy, day);
    return at === null ? [] : [{ day, at, together: session !== undefined }];
  });
  const week = ({ day }: NextProposal) => Math.floor(daysBetween(target, day) / 7);
  return proposals
    .sort(
      (a, b) => week(a) - week(b) || Number(b.together) - Number(a.together) || a.day.localeCompare(b.day),
    )
    .slice(0, count)
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** An hour into the session, then every hour after that. */
function timesOf({ from, to }: Session): string[] {
  const times: string[] = [];
  for (let time = minutesOf(from) + 60; time < minutesOf(to); time += 60) times.push(timeOf(time));
  return times.length > 0 ? times : [from];
}

function freeTime(
  times: readonly string[],
  busy: readonly { day: string; at: string | null }[],
  day: string,
) {
  const taken = busy.filter((one) => one.day === day && one.at !== null).map(({ at }) => minutesOf(at!));
  return times.find((time) => taken.every((other) => Math.abs(other - minutesOf(time)) >= 60)) ?? null;
}
