import { daysBetween } from "#app/domain/organisations/day";
import { confirmReminderDays } from "#app/domain/placements/vocabulary";

export type Freshness = { days: number; tone: "ok" | "warn" };

/**
 * How old the last confirmation is, in whole days; after 60 days it is a warning. domain.md "Placement": the age of the
 * confirmation is always shown. Both are ISO dates.
 */
export function freshnessOf(lastConfirmedOn: string, today: string): Freshness {
  const days = Math.max(0, daysBetween(lastConfirmedOn, today));
  return { days, tone: days > confirmReminderDays ? "warn" : "ok" };
}
