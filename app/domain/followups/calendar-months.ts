import { mondayOf, type Period } from "#app/domain/agreements/period";
import { dayAfter } from "#app/domain/organisations/day";

/** A month as a calendar shows it: its weeks from Monday to Sunday, null where a day is another month's. */
export type CalendarMonth = { month: string; weeks: (string | null)[][] };

/** The months that a period touches, each with the weeks that it touches. */
export function monthsOf({ startsOn, endsOn }: Period): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = monthAfter(month))
    months.push({
      month,
      weeks: weeksOf(month).filter((week) => week.some((day) => day && day >= startsOn && day <= endsOn)),
    });
  return months;
}

function weeksOf(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  for (let monday = mondayOf(`${month}-01`); monday.slice(0, 7) <= month; monday = dayAfter(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, ahead) => dayAfter(monday, ahead)).map((day) =>
        day.startsWith(month) ? day : null,
      ),
    );
  return weeks;
}

function monthAfter(month: string): string {
  return dayAfter(`${month}-28`, 4).slice(0, 7);
}
