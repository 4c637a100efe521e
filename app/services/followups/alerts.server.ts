import { isPausedOn } from "#app/domain/agreements/pause";
import { mondayOf } from "#app/domain/agreements/period";
import {
  type Alert,
  type AlertKind,
  alertDays,
  alertsOf,
  lastDayOf,
  unhandled,
} from "#app/domain/followups/alerts";
import { livedPeriod, mondaysOf, type PlanFacts } from "#app/domain/followups/planned-week";
import { canAttendance } from "#app/domain/followups/policy";
import { sumWeeks, type WeekSums } from "#app/domain/followups/week-sums";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { reachAttendance } from "#app/services/followups/reach-attendance.server";
import { type Tx, withActor } from "#db/client.server";
import { listEntries } from "#db/queries/attendance.server";
import {
  type AlertFacts,
  addHandled,
  findCertificateDays,
  listAlertFacts,
} from "#db/queries/attendance-alerts.server";
import { recordEvent } from "#db/queries/audit.server";

const perSection = 5;
const mostAgreements = 500;

/** One agreement that somebody should ask about, with its latest alert; `more`: how many others it has. */
export type AlertRow = {
  id: string;
  reference: string;
  employerName: string;
  alert: Alert;
  /** The Monday of the week to look at. */
  week: string;
  more: number;
};
export type AttendanceTodo = { rows: AlertRow[]; total: number };

/** Agreements with alerts of the last weeks that nobody has taken care of, the latest first. Errors: `forbidden`. */
export function listAttendanceTodo(
  actor: Actor,
): Promise<Outcome<{ attendance: AttendanceTodo }, "forbidden">> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canAttendance(actor, "attendance.handle_alert") || associationId === null) return fail("forbidden");
    const rows = await alertRows(tx, associationId);
    if (rows.length > 0) {
      await recordEvent(tx, actor, {
        action: "attendance.read",
        associationId,
        participantId: null,
        subject: "todo",
        details: { count: Math.min(rows.length, perSection) },
      });
    }
    return done({ attendance: { rows: rows.slice(0, perSection), total: rows.length } });
  });
}

async function alertRows(tx: Tx, associationId: number): Promise<AlertRow[]> {
  const since = mondayOf(dayAfter(today(), -alertDays));
  const found = await listAlertFacts(tx, associationId, since, mostAgreements);
  if (found.length === 0) return [];
  const { isHoliday } = await import("#app/platform/holidays.server");
  return found
    .flatMap((facts) => {
      const [alert, ...others] = openAlerts(facts, since, isHoliday);
      if (!alert) return [];
      const { id, reference, employerName } = facts;
      return [
        { id, reference, employerName, alert, week: mondayOf(lastOrToday(alert)), more: others.length },
      ];
    })
    .sort((a, b) => b.alert.since.localeCompare(a.alert.since));
}

function lastOrToday(alert: Alert): string {
  const last = lastDayOf(alert);
  return last > today() ? today() : last;
}

function openAlerts(of: AlertFacts, since: string, isHoliday: PlanFacts["isHoliday"]): Alert[] {
  const { texts, endedOn, pauses, entries, certificateDays, handled } = of;
  const facts: PlanFacts = { texts, endedOn, isPaused: (day) => isPausedOn(pauses, day), isHoliday };
  const lived = livedPeriod(facts);
  if (!lived) return [];
  const within = mondaysOf(lived).filter((monday) => monday >= since && monday <= today());
  const period = { startsOn: within[0] ?? today(), endsOn: dayAfter(within.at(-1) ?? today(), 6) };
  const weeks = within.length > 0 ? sumWeeks(facts, period, entries, today()) : [];
  const alerts = alertsOf({ weeks, entries, certificateDays }).filter((one) => lastDayOf(one) >= since);
  return unhandled(alerts, handled);
}

/** All alerts of one agreement, handled or not, of the weeks that have begun. */
export async function alertsOfPlan(
  tx: Tx,
  { agencyId }: { agencyId: number | null },
  weeks: readonly WeekSums[],
  entries: Parameters<typeof alertsOf>[0]["entries"],
): Promise<Alert[]> {
  const certificateDays = await findCertificateDays(tx, agencyId);
  return alertsOf({ weeks: weeks.filter(({ monday }) => monday <= today()), entries, certificateDays });
}

/**
 * Takes care of an alert, with a word about what was done. Twice is one effect. Errors: `not_found`, `no_alert` (the days do
 * not give it, or do not any more).
 */
export function handleAlert(
  actor: Actor,
  agreementId: string,
  of: { kind: AlertKind; since: string; note: string },
): Promise<Outcome<object, "not_found" | "no_alert">> {
  return withActor(actor, async (tx) => {
    const reached = await reachAttendance(tx, actor, agreementId, "attendance.handle_alert", "change");
    if (!reached) return fail("not_found");
    const { facts, period } = reached.plan;
    const entries = await listEntries(tx, agreementId);
    const alerts = await alertsOfPlan(
      tx,
      reached.agreement,
      sumWeeks(facts, period, entries, today()),
      entries,
    );
    if (unhandled(alerts, [of]).length === alerts.length) return fail("no_alert");
    await addHandled(tx, reached.agreement, { ...of, byName: actor.name });
    // More people read the trail than the days: not which alert, for one of them says sick.
    await recordOnAgreement(tx, actor, reached.agreement, "attendance.alert_handled", { since: of.since });
    return done();
  });
}
