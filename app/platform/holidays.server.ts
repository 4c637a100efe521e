import Holidays from "date-holidays";

/** Sweden's calendar, a year at a time: the package computes every year anew. */
const known = new Map<string, Map<string, string>>();
const sweden = new Holidays("SE");

function holidaysOf(year: string): Map<string, string> {
  const kept = known.get(year);
  if (kept) return kept;
  const found = new Map<string, string>();
  for (const { date, name, type } of sweden.getHolidays(Number(year), "sv")) {
    // Bank days are the eves on which most workplaces are closed too: Midsummer, Christmas, New Year.
    if (type === "public" || type === "bank") found.set(date.slice(0, 10), name);
  }
  known.set(year, found);
  return found;
}

/** The name of a Swedish public holiday (or an eve that is kept as one) on an ISO date; null on any other day. */
export function holidayOn(day: string): string | null {
  return holidaysOf(day.slice(0, 4)).get(day) ?? null;
}

/** Whether nobody is expected at work in Sweden that day. */
export function isHoliday(day: string): boolean {
  return holidayOn(day) !== null;
}
