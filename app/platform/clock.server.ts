/** This moment. */
export function now(): Date {
  return new Date();
}

const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The ISO date (YYYY-MM-DD) of a moment in Sweden, where every date of the product is counted. */
export function dayOf(moment: Date): string {
  return isoDay.format(moment);
}

const hourAndMinute = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", timeStyle: "short" });

/** The time of a moment in Sweden, "HH:MM". */
export function timeOf(moment: Date): string {
  return hourAndMinute.format(moment);
}

/** Today's ISO date in Sweden. */
export function today(): string {
  return dayOf(now());
}

/** Today and the time of day in Sweden, of one moment: at midnight they belong together. */
export function dayAndTime(): { today: string; time: string } {
  const moment = now();
  return { today: dayOf(moment), time: timeOf(moment) };
}
