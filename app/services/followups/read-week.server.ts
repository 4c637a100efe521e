import type { Agreement } from "#app/domain/agreements/agreement";
import { mondayOf, type Period, weekOf } from "#app/domain/agreements/period";
import type { Entry } from "#app/domain/followups/attendance";
import { type PlannedDay, plannedWeek } from "#app/domain/followups/planned-week";
import { writableStatuses } from "#app/domain/followups/week-link";
import { sumWeek, type WeekSums } from "#app/domain/followups/week-sums";
import { isDay } from "#app/domain/iso-day";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import type { AgreementPlan } from "#app/services/followups/plan-facts.server";
import type { Tx } from "#db/client.server";
import { listEntries } from "#db/queries/attendance.server";

/** One day of a form: what was planned, what is written, and whether it can be written today. */
export type WeekDay = PlannedDay & { entry: Entry | null; isOpen: boolean };
/** One agreement's week, as a page or a link shows it. */
export type AttendanceWeek = {
  agreementId: string;
  number: string;
  title: string;
  /** The name as the reader may know it, or the code. */
  who: string;
  days: WeekDay[];
  sums: WeekSums;
};

/** The Monday of a week that a page asked for, kept within the agreement; without one the present week. */
export function mondayWithin(period: Period, asked: string | null): string {
  const wished = asked && isDay(asked) ? asked : today();
  const day = wished < period.startsOn ? period.startsOn : wished > period.endsOn ? period.endsOn : wished;
  return mondayOf(day);
}

/** A week of an agreement. `who` is decided by the caller: it knows who reads. */
export async function readWeekOf(
  tx: Tx,
  agreement: Agreement,
  plan: AgreementPlan,
  monday: string,
  who: string,
): Promise<AttendanceWeek> {
  const entries = await listEntries(tx, agreement.id, { from: monday, until: dayAfter(monday, 6) });
  return weekFrom(agreement, plan, monday, who, entries);
}

/** The same, from entries that are known. */
export function weekFrom(
  agreement: Pick<Agreement, "id" | "number" | "status">,
  { facts, period, content }: AgreementPlan,
  monday: string,
  who: string,
  entries: readonly Entry[],
): AttendanceWeek {
  const planned = plannedWeek(facts, monday);
  const day = today();
  const isWritable = writableStatuses.includes(agreement.status);
  return {
    agreementId: agreement.id,
    number: agreement.number,
    title: content.title,
    who,
    days: planned.map((one) => ({
      ...one,
      entry: entries.find((entry) => entry.day === one.day) ?? null,
      isOpen: isWritable && one.day <= day && one.day >= period.startsOn && one.day <= period.endsOn,
    })),
    sums: sumWeek(monday, weekOf(period, monday), planned, entries, day),
  };
}
