import { mondayOf } from "#app/domain/agreements/period";
import type { Entry } from "#app/domain/followups/attendance";
import type { WeekSums } from "#app/domain/followups/week-sums";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";

/** How far back the start pages look, in days: older ones stand on the agreement's own page. */
export const alertDays = 42;
/** How many days somebody may be sick before a certificate is wanted, when no agency says otherwise. */
export const usualCertificateDays = 7;
/** Unreported absences of a week that are worth a call. */
const unreportedLimit = 2;
/** Sick days further apart than this are not one time of sickness. */
const longestBetween = 7;

export const alertKinds = ["sick_long", "unreported", "under_half"] as const;
export type AlertKind = (typeof alertKinds)[number];
/** `since`: the Monday of the week, or the first sick day. It names the alert together with its kind. */
export type Alert =
  | { kind: "unreported"; since: string; count: number }
  | { kind: "under_half"; since: string; real: number; planned: number }
  | { kind: "sick_long"; since: string; days: number; limit: number };

type Written = Pick<Entry, "day" | "hours" | "absence">;

/**
 * What the days give reason to ask about, the latest first. domain.md "Attendance": two unreported absences in a week; week
 * under half of plan; sick longer than the agency's limit. A week is under half when it stays so even if all that nobody
 * has written down was as planned.
 */
export function alertsOf(of: {
  weeks: readonly WeekSums[];
  entries: readonly Written[];
  certificateDays: number;
}): Alert[] {
  const alerts: Alert[] = [...unreported(of.entries), ...sickLong(of.entries, of.certificateDays)];
  for (const { monday, planned, real, unwritten } of of.weeks) {
    if (planned > 0 && real + unwritten < planned / 2)
      alerts.push({ kind: "under_half", since: monday, real, planned });
  }
  return alerts.sort(
    (a, b) =>
      (a.since < b.since ? 1 : a.since > b.since ? -1 : 0) ||
      alertKinds.indexOf(a.kind) - alertKinds.indexOf(b.kind),
  );
}

function unreported(entries: readonly Written[]): Alert[] {
  const counts = new Map<string, number>();
  for (const { day, absence } of entries) {
    const monday = mondayOf(day);
    if (absence === "oanmald_franvaro") counts.set(monday, (counts.get(monday) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= unreportedLimit)
    .map(([since, count]) => ({ kind: "unreported", since, count }));
}

function sickLong(entries: readonly Written[], limit: number): Alert[] {
  const alerts: Alert[] = [];
  let first: string | null = null;
  let last = "";
  const close = () => {
    const days = first === null ? 0 : daysBetween(first, last) + 1;
    if (first !== null && days > limit) alerts.push({ kind: "sick_long", since: first, days, limit });
    first = null;
  };
  for (const { day, absence } of [...entries].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    if (absence !== "sjuk") {
      close();
      continue;
    }
    if (first !== null && daysBetween(last, day) > longestBetween) close();
    first ??= day;
    last = day;
  }
  close();
  return alerts;
}

/** The last day that an alert is about. */
export function lastDayOf(alert: Alert): string {
  return dayAfter(alert.since, alert.kind === "sick_long" ? alert.days - 1 : 6);
}

/** The alerts that nobody has taken care of. */
export function unhandled(
  alerts: readonly Alert[],
  handled: readonly { kind: AlertKind; since: string }[],
): Alert[] {
  return alerts.filter(({ kind, since }) => !handled.some((one) => one.kind === kind && one.since === since));
}
