import type { Session } from "#app/domain/agreements/content";
import { mondayOf, weekdayOf } from "#app/domain/agreements/period";
import { sumHours } from "#app/domain/agreements/schedule";
import {
  livedPeriod,
  type PlanFacts,
  type PlannedDay,
  plannedWeek,
} from "#app/domain/followups/planned-week";
import { scheduleOn } from "#app/domain/notifications/first-day";
import { dayAfter } from "#app/domain/organisations/day";

/** A day on which somebody is expected; times "09:00". `endsAt` is null when the step plan has made the day longer. */
export type Workday = { day: string; hours: number; startsAt: string | null; endsAt: string | null };

/** A planned day with its times, as far as the schedule knows them: it has those of the first week. */
export function timesOf(schedule: readonly Session[], { day, hours }: PlannedDay): Workday {
  const times = scheduleOn(schedule, day);
  const ofSchedule = sumHours(schedule.filter(({ weekday }) => weekday === weekdayOf(day)));
  return {
    day,
    hours,
    startsAt: times?.from ?? null,
    endsAt: times && Math.abs(ofSchedule - hours) < 0.01 ? times.to : null,
  };
}

/** Whether a day's work is over at a time of the clock ("HH:MM"): after its end, or without one when the day is. */
export function isOver({ day, startsAt, endsAt, hours }: Workday, today: string, time: string): boolean {
  if (day !== today) return day < today;
  const end = endsAt ?? (startsAt ? later(startsAt, hours) : null);
  return end !== null && end <= time;
}

function later(time: string, hours: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = Math.min(hour * 60 + minute + Math.round(hours * 60), 24 * 60 - 1);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * The next day on which somebody is expected, today as long as it is not over; null when there is none left. Pauses,
 * holidays and closed days are left out, and days of which it is known that nobody comes (`absent`).
 */
export function nextWorkday(
  facts: PlanFacts,
  schedule: readonly Session[],
  at: { today: string; time: string },
  absent: ReadonlySet<string> = new Set(),
): Workday | null {
  const period = livedPeriod(facts);
  if (!period) return null;
  const from = period.startsOn > at.today ? period.startsOn : at.today;
  for (let monday = mondayOf(from); monday <= period.endsOn; monday = dayAfter(monday, 7)) {
    for (const planned of plannedWeek(facts, monday)) {
      if (planned.hours <= 0 || absent.has(planned.day)) continue;
      const workday = timesOf(schedule, planned);
      if (!isOver(workday, at.today, at.time)) return workday;
    }
  }
  return null;
}
