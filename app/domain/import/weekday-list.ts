import { type Weekday, weekdays } from "#app/domain/placements/vocabulary";

const names: Record<string, Weekday> = {
  mån: "man",
  man: "man",
  måndag: "man",
  tis: "tis",
  tisdag: "tis",
  ons: "ons",
  onsdag: "ons",
  tors: "tors",
  tor: "tors",
  torsdag: "tors",
  fre: "fre",
  fredag: "fre",
  lör: "lor",
  lor: "lor",
  lördag: "lor",
  sön: "son",
  son: "son",
  söndag: "son",
};

/** `mån-fre` or `mån,ons` as weekdays in the order of the week, or the first part that is no day. domain.md "Files". */
export function readWeekdays(text: string): { days: Weekday[] } | { unknown: string } {
  const found = new Set<Weekday>();
  for (const part of text
    .toLowerCase()
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)) {
    const ends = part.split(/[-–]/).map((word) => names[word.trim()]);
    const from = ends[0];
    const to = ends.at(-1);
    if (!from || !to || ends.length > 2) return { unknown: part };
    const span = spanOf(from, to);
    if (!span) return { unknown: part };
    for (const day of span) found.add(day);
  }
  return { days: weekdays.filter((day) => found.has(day)) };
}

/** The same days the short way that files use: three or more in a row as a span. */
export function writeWeekdays(days: readonly Weekday[]): string {
  const indexes = weekdays
    .map((day, index) => (days.includes(day) ? index : -1))
    .filter((index) => index >= 0);
  const first = indexes[0];
  const last = indexes.at(-1);
  if (
    first !== undefined &&
    last !== undefined &&
    indexes.length > 2 &&
    last - first === indexes.length - 1
  ) {
    return `${swedish[first]}-${swedish[last]}`;
  }
  return indexes.map((index) => swedish[index]).join(",");
}

const swedish = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];

function spanOf(from: Weekday, to: Weekday): Weekday[] | null {
  const start = weekdays.indexOf(from);
  const end = weekdays.indexOf(to);
  return start <= end ? weekdays.slice(start, end + 1) : null;
}
