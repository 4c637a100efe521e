const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "medium",
});
/** What the clock in Sweden shows, as if it were the one of Greenwich. */
const shown = (moment: Date) => Date.parse(`${clock.format(moment).replace(" ", "T")}Z`);

/** This time of day, so many days from now (before, when negative): a night when the clocks are moved is one night too. */
export function inDays(days: number): Date {
  const now = new Date();
  const later = new Date(now.getTime() + days * 86_400_000);
  return new Date(later.getTime() - (shown(later) - shown(now) - days * 86_400_000));
}
