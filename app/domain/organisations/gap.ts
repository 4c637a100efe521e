import { daysBetween } from "#app/domain/organisations/day";

/** A participant without a next step for so many days is a gap. domain.md "Guards against free labour". */
export const gapDays = 14;

/** Whole days since the last step, when they are a gap; else null. Dates are ISO dates. */
export function gapOf(lastStepOn: string, today: string): number | null {
  const days = daysBetween(lastStepOn, today);
  return days >= gapDays ? days : null;
}
