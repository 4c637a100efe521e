import type { Agreement } from "#app/domain/agreements/agreement";
import { mondayOf, type Period } from "#app/domain/agreements/period";
import { nextLinkAt } from "#app/domain/agreements/signing-link";
import { type Alert, unhandled } from "#app/domain/followups/alerts";
import type { Entry } from "#app/domain/followups/attendance";
import { mondaysOf } from "#app/domain/followups/planned-week";
import { supervisorReach } from "#app/domain/followups/week-link";
import { sumsSoFar, sumWeeks, type WeekSums } from "#app/domain/followups/week-sums";
import type { Actor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { now, today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { alertsOfPlan } from "#app/services/followups/alerts.server";
import { reachAttendance } from "#app/services/followups/reach-attendance.server";
import { type AttendanceWeek, mondayWithin, weekFrom } from "#app/services/followups/read-week.server";
import { withActor } from "#db/client.server";
import { listEarlier, listEntries, listWeekHours } from "#db/queries/attendance.server";
import { type HandledAlert, listHandled } from "#db/queries/attendance-alerts.server";
import { findLastAsked } from "#db/queries/attendance-links.server";

/** An agreement's attendance as staff follow it. */
export type ReadAttendance = {
  agreement: Pick<Agreement, "id" | "number" | "status">;
  title: string;
  today: string;
  weeks: WeekSums[];
  soFar: { planned: number; real: number };
  /** The week that is shown, with the Mondays before and after it, null at either end. */
  shown: AttendanceWeek;
  before: string | null;
  after: string | null;
  /** What was written of the week's days before it was changed. */
  earlier: Entry[];
  alerts: Alert[];
  handled: HandledAlert[];
  /** The supervisor: who, how reached, and when somebody was asked about the week last and may be again. */
  supervisor: {
    name: string;
    address: string | null;
    askedAt: string | null;
    waitUntil: string | null;
  };
};

/** The attendance of an agreement for staff; `asked` is any day of the week to show. Errors: `not_found`. */
export function readAttendance(
  actor: Actor,
  id: string,
  asked: string | null,
): Promise<Outcome<ReadAttendance, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reachAttendance(tx, actor, id, "attendance.send_link", "read");
    if (!reached) return fail("not_found");
    const { agreement, plan } = reached;
    const { facts, period, content } = plan;
    const day = today();
    const entries = await listEntries(tx, id);
    const weeks = sumWeeks(facts, period, entries, day);
    const monday = mondayWithin(period, asked);
    const who = agreement.participantName ?? content.parties.participant.reference;
    const handled = await listHandled(tx, id);
    const { associationId, employerId, contacts } = agreement;
    const address = supervisorReach(contacts)?.address ?? null;
    const askedAt = address
      ? await findLastAsked(tx, { associationId, employerId, address, week: monday })
      : null;
    await recordOnAgreement(tx, actor, agreement, "attendance.read", { week: monday });
    return done({
      agreement: { id: agreement.id, number: agreement.number, status: agreement.status },
      title: content.title,
      today: day,
      weeks,
      soFar: sumsSoFar(weeks, day),
      shown: weekFrom(agreement, plan, monday, who, entries),
      ...aroundOf(period, monday),
      earlier: await listEarlier(tx, id, monday, dayAfter(monday, 6)),
      alerts: unhandled(await alertsOfPlan(tx, agreement, weeks, entries), handled),
      handled,
      supervisor: {
        name: content.supervisor.name,
        address,
        askedAt,
        waitUntil: nextLinkAt(askedAt, now())?.toISOString() ?? null,
      },
    });
  });
}

/** The Mondays before and after one, within a period. */
function aroundOf(period: Period, monday: string): { before: string | null; after: string | null } {
  const mondays = mondaysOf(period);
  const place = mondays.indexOf(monday);
  return { before: mondays[place - 1] ?? null, after: mondays[place + 1] ?? null };
}

/** Planned and real hours of each week until now, for the case worker who commissioned it. Errors: `not_found`. */
export function readWeeklyHours(
  actor: Actor,
  id: string,
): Promise<Outcome<{ number: string; title: string; weeks: WeekSums[]; today: string }, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reachAttendance(tx, actor, id, "attendance.weekly", "read");
    if (!reached) return fail("not_found");
    const { agreement, plan } = reached;
    const day = today();
    const hours = await listWeekHours(tx, id);
    const weeks = sumWeeks(plan.facts, plan.period, [], day).map((week) => {
      const written = hours.find((one) => one.week === week.monday);
      return {
        ...week,
        real: written?.hours ?? 0,
        missing: written || week.monday > mondayOf(day) ? 0 : week.missing,
      };
    });
    await recordOnAgreement(tx, actor, agreement, "attendance.read", { as: "weekly" });
    return done({ number: agreement.number, title: plan.content.title, weeks, today: day });
  });
}
