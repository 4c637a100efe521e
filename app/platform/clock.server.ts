/** This moment. */
export function now(): Date {
  return new Date();
}

const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The ISO date (YYYY-MM-DD) of a moment in Sweden, where every date of the product is counted. */
export function dayOf(moment: Date): string {
  return isoDay.format(moment);
}

/** Today's ISO date in Sweden. */
export function today(): string {
  return dayOf(now());
}
