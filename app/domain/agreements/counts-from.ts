import type { AgreementContent } from "#app/domain/agreements/content";
import { type Difference, differencesOf } from "#app/domain/agreements/differences";
import { dayAfter } from "#app/domain/organisations/day";

/**
 * The first day after `after` on which a changed text says something else than the one in force: from there on it is too
 * late to sign. Null: nothing in it waits for a day. ISO dates.
 */
export function countsFrom(
  before: AgreementContent,
  changed: AgreementContent,
  after: string,
): string | null {
  const days = differencesOf(before, changed).flatMap((one) => daysOf(one, changed.period.startsOn));
  return days.filter((day) => day > after).sort()[0] ?? null;
}

function daysOf(one: Difference, startsOn: string): string[] {
  switch (one.what) {
    case "hours":
      return [one.since];
    // An earlier last day is one on which nobody comes the day after; a later one adds the day after the old.
    case "last_day":
      return [dayAfter(one.from < one.to ? one.from : one.to, 1)];
    case "first_day":
    case "report_due":
      return [one.from < one.to ? one.from : one.to];
    case "listed":
      return one.field === "closedDays" ? one.added.map((days) => days.split("/")[0] ?? "") : [startsOn];
    // What has no day of its own is so from the beginning.
    default:
      return [startsOn];
  }
}
