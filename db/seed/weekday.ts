import { swedishHour } from "#app/domain/notifications/quiet-hours";
import { dayAfter, isWeekend } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";

/** A full hour in Sweden, so many days from today, or on the Monday after. */
export function weekdayAt(days: number, hour: number): Date {
  let day = dayAfter(today(), days);
  while (isWeekend(day)) day = dayAfter(day, 1);
  return swedishHour(day, hour);
}
