import { mondayOf } from "#app/domain/agreements/period";
import { nextLinkAt } from "#app/domain/agreements/signing-link";
import { mondaysOf, plannedWeek } from "#app/domain/followups/planned-week";
import { supervisorReach, weekLinkDays, writableStatuses } from "#app/domain/followups/week-link";
import { type Actor, systemActor } from "#app/domain/identity/actor";
import { mobileOf } from "#app/domain/notifications/phone";
import { dayAfter } from "#app/domain/organisations/day";
import { done, type Failure, fail, type Outcome } from "#app/domain/outcome";
import { now, today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { reachAttendance } from "#app/services/followups/reach-attendance.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { listEntries } from "#db/queries/attendance.server";
import {
  addWeekLink,
  findLastAsked,
  isAskedSince,
  listOfSupervisor,
  listUnasked,
} from "#db/queries/attendance-links.server";
import { enqueue } from "#db/queries/jobs.server";
import type { Supervisor } from "#db/queries/supervisors.server";

/** A link was sent a moment ago; `until` is when the next one may be. */
export type LinkTooSoon = Failure<"too_soon"> & { until: string };
export type WeekLinkCode = "not_found" | "no_address" | "week_ahead" | "week_outside";

/**
 * Sends the supervisor of an agreement a link to write a week, by its Monday, for all of the supervisor's people that week.
 * Errors: `not_found`, `no_address`, `week_ahead`, `week_outside` (nobody of the agreement is there), `too_soon` with when.
 */
export function sendWeekLink(
  actor: Actor,
  agreementId: string,
  week: string,
): Promise<Outcome<{ channel: "mail" | "sms"; address: string }, WeekLinkCode> | LinkTooSoon> {
  return withActor(actor, async (tx) => {
    const reached = await reachAttendance(tx, actor, agreementId, "attendance.send_link", "change");
    if (!reached) return fail("not_found");
    const { agreement, plan } = reached;
    const monday = mondayOf(week);
    if (monday > today()) return fail("week_ahead");
    if (!mondaysOf(plan.period).includes(monday) || !writableStatuses.includes(agreement.status))
      return fail("week_outside");
    const reach = supervisorReach(agreement.contacts);
    if (!reach) return fail("no_address");
    const { associationId, employerId } = agreement;
    const whom = { associationId, employerId, address: reach.address, week: monday };
    const until = nextLinkAt(await findLastAsked(tx, whom), now());
    if (until) return { ...fail("too_soon"), until: until.toISOString() };
    const agreementIds = await listOfSupervisor(tx, whom);
    await order(
      tx,
      { ...whom, channel: reach.channel, agreementIds },
      plan.content.supervisor.name,
      actor.name,
    );
    await recordOnAgreement(tx, actor, agreement, "attendance.link_sent", { week: monday });
    return done(reach);
  });
}

/** A supervisor who has not been asked about a week that somebody was expected in, and for whom days are unwritten. */
export type WeekLinkDue = Supervisor & {
  week: string;
  /** The last day until today about which nothing is written: a link that somebody sent before it does not ask about it. */
  lastDay: string;
};

const perRound = 200;

/**
 * The supervisors to ask about a week, by its Monday: reached by mail or text message, with a planned day until today about
 * which nothing is written, and not asked since the last of these. Up to 200 supervisors are looked at; `next` is where to go
 * on, null when all have been looked at.
 */
export function listWeekLinksDue(
  week: string,
  after: Supervisor | null = null,
): Promise<{ due: WeekLinkDue[]; next: Supervisor | null }> {
  return withActor(systemActor, async (tx) => {
    const unasked = await listUnasked(tx, week, after, perRound);
    const due: WeekLinkDue[] = [];
    for (const one of unasked) {
      if (one.channel === "sms" && mobileOf(one.address) === null) continue;
      let lastDay = "";
      for (const id of one.agreementIds) {
        const day = await lastUnwritten(tx, id, week);
        if (day !== null && day > lastDay) lastDay = day;
      }
      if (lastDay !== "" && !(await isAskedSince(tx, { ...one, week }, lastDay)))
        due.push({ ...one, week, lastDay });
    }
    return { due, next: unasked.length === perRound ? unasked.at(-1)! : null };
  });
}

/** Sends one of these its link; false when it has been asked meanwhile. Safe to run twice. */
export function sendDueWeekLink({ week, lastDay, ...of }: WeekLinkDue): Promise<boolean> {
  return withActor(systemActor, async (tx) => {
    const first = await lockAgreement(tx, of.agreementIds[0] ?? "");
    const plan = first && (await planOf(tx, first));
    if (!plan || (await isAskedSince(tx, { ...of, week }, lastDay))) return false;
    await order(tx, { ...of, week }, plan.content.supervisor.name, "");
    return true;
  });
}

async function lastUnwritten(tx: Tx, agreementId: string, week: string): Promise<string | null> {
  const agreement = await findAgreement(tx, agreementId);
  const plan = agreement && (await planOf(tx, agreement));
  if (!plan) return null;
  const written = await listEntries(tx, agreementId, { from: week, until: dayAfter(week, 6) });
  const unwritten = plannedWeek(plan.facts, week).findLast(
    ({ day, hours }) => hours > 0 && day <= today() && !written.some((entry) => entry.day === day),
  );
  return unwritten?.day ?? null;
}

async function order(
  tx: Tx,
  of: Supervisor & { week: string },
  supervisorName: string,
  byName: string,
): Promise<void> {
  const linkId = await addWeekLink(tx, { ...of, supervisorName, byName, days: weekLinkDays });
  await enqueue(tx, "send_week_link", { linkId });
}
