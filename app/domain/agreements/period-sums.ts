import type { AgreementDraft } from "#app/domain/agreements/draft";
import { isWhole, type Period, weeksIn } from "#app/domain/agreements/period";
import { totalHours } from "#app/domain/agreements/step-plan";
import { type Calendar, daysOff, workingDays } from "#app/domain/agreements/working-days";

/** What a period comes to: calendar weeks, days at the workplace, hours of the plan, and the days that fall away. */
export type PeriodSums = { weeks: number; days: number; hours: number; off: string[] };

/** Null while the period is not written. Days that fall away are those of the schedule on which nobody works. */
export function periodSums(
  { period, schedule, stepPlan, closedDays }: AgreementDraft,
  isHoliday: Calendar["isHoliday"],
): PeriodSums | null {
  if (!isWhole(period)) return null;
  const calendar = { isHoliday, closed: closedDays.filter(isWhole) as Period[] };
  const weeks = weeksIn(period);
  return {
    weeks,
    days: workingDays(period, schedule, calendar).length,
    hours: totalHours(stepPlan, weeks),
    off: daysOff(period, schedule, calendar),
  };
}
