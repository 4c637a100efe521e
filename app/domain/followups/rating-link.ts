import type { AgreementStatus } from "#app/domain/agreements/agreement-status";

/** How long a supervisor can answer, and change the answers, with a month's link. */
export const ratingLinkDays = 21;
/** Whoever has been at a place shorter than this is not asked about yet, and does not ask. */
export const firstAskedAfterDays = 28;
/** Agreements that are answered about with a link: those that go on. */
export const ratedStatuses: readonly AgreementStatus[] = ["in_force"];

/** The first day of a day's month. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
