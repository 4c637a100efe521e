import { isPausedOn } from "#app/domain/agreements/pause";
import { mondayOf, type Period } from "#app/domain/agreements/period";
import { type Alert, type AlertKind, alertDays, alertsOf, unhandled } from "#app/domain/followups/alerts";
import { livedPeriod, type PlanFacts } from "#app/domain/followups/planned-week";
import { sumWeeks, type WeekSums } from "#app/domain/followups/week-sums";
import { type Actor, systemActor } from "#app/domain/identity/actor";
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
  findAlertFacts,
  findCertificateDays,
  keepAlerts,
  listAlertFacts,
} from "#db/queries/attendance-alerts.server";
import { asSystem } from "#db/system.server";

/** So many agreements at a time, each time in a transaction of its own: the memory does not grow with their number. */
const batchSize = 200;
const beforeAll = "00000000-0000-0000-0000-000000000000";

/** What the alerts of one agreement follow from, as its pages know it. */
type Days = {
  agreement: { id: string; associationId: number; agencyId: number | null };
  plan: { facts: PlanFacts; period: Period };
};

/**
 * Writes which alerts an agreement's days give, for the start pages: in the transaction that writes the days. Whoever writes
 * need not be able to read them.
 */
export async function refreshAlertsIn(tx: Tx, { agreement, plan }: Days): Promise<void> {
  const entries = await listEntries(tx, agreement.id);
  const weeks = sumWeeks(plan.facts, plan.period, entries, today());
  await keepAlerts(tx, agreement.id, await alertsOfPlan(tx, agreement, weeks, entries));
}

/**
 * The same in the transaction that changes the plan: a pause, or another text. As the product itself, for whoever signs last
 * need not reach the days.
 */
export async function refreshAlertsOf(tx: Tx, agreementId: string): Promise<void> {
  // The calendar is large: a server that changes no plan goes without it.
  const { isHoliday } = await import("#app/platform/holidays.server");
  await asSystem(tx, async () => {
    const facts = await findAlertFacts(tx, agreementId);
    if (facts) await keepAlerts(tx, agreementId, alertsFrom(facts, isHoliday));
  });
}

/**
 * The same for every agreement in force of whose days something was written lately, over all associations: what the
 * days that have passed, or an agency's other limit, have made of them. Answers how many it looked at.
 */
export async function refreshAlerts(): Promise<number> {
  const { isHoliday } = await import("#app/platform/holidays.server");
  const since = mondayOf(dayAfter(today(), -alertDays));
  let looked = 0;
  for (let after = beforeAll; ; ) {
    const batch = await withActor(systemActor, async (tx) => {
      const found = await listAlertFacts(tx, since, after, batchSize);
      for (const facts of found) await keepAlerts(tx, facts.id, alertsFrom(facts, isHoliday));
      return found;
    });
    looked += batch.length;
    if (batch.length < batchSize) return looked;
    after = batch.at(-1)!.id;
  }
}

function alertsFrom(of: AlertFacts, isHoliday: PlanFacts["isHoliday"]): Alert[] {
  const { texts, endedOn, pauses, entries, certificateDays } = of;
  const facts: PlanFacts = { texts, endedOn, isPaused: (day) => isPausedOn(pauses, day), isHoliday };
  const lived = livedPeriod(facts);
  if (!lived) return [];
  const weeks = sumWeeks(facts, lived, entries, today()).filter(({ monday }) => monday <= today());
  return alertsOf({ weeks, entries, certificateDays });
}

/** All alerts of one agreement, handled or not, of the weeks that have begun. */
export async function alertsOfPlan(
  tx: Tx,
  agreement: { associationId: number; agencyId: number | null },
  weeks: readonly WeekSums[],
  entries: Parameters<typeof alertsOf>[0]["entries"],
): Promise<Alert[]> {
  const certificateDays = await findCertificateDays(tx, agreement);
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
