import { mondayOf } from "#app/domain/agreements/period";
import { canAttendance } from "#app/domain/followups/policy";
import { writableStatuses } from "#app/domain/followups/week-link";
import type { Actor } from "#app/domain/identity/actor";
import { isDay } from "#app/domain/iso-day";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { type AttendanceWeek, readWeekOf } from "#app/services/followups/read-week.server";
import { withActor } from "#db/client.server";
import { listReached } from "#db/queries/agreements.server";

const mostAgreements = 60;
/** A party writes so many weeks back; what is older is for staff to change. */
const weeksBack = 12;

/** The week of everybody that a party reaches: a participant's own, an employer's people. */
export type OwnWeeks = {
  week: string;
  people: AttendanceWeek[];
  before: string | null;
  after: string | null;
};

/** `asked` is any day of the week to show, the present week without one. Errors: `forbidden`. */
export function readOwnWeeks(actor: Actor, asked: string | null): Promise<Outcome<OwnWeeks, "forbidden">> {
  return withActor(actor, async (tx) => {
    if (!canAttendance(actor, "attendance.write")) return fail("forbidden");
    const present = mondayOf(today());
    const oldest = dayAfter(present, -7 * weeksBack);
    const wished = asked && isDay(asked) ? mondayOf(asked) : present;
    const monday = wished > present ? present : wished < oldest ? oldest : wished;
    const people: AttendanceWeek[] = [];
    let hasEarlier = false;
    for (const agreement of await listReached(tx, mostAgreements, writableStatuses)) {
      const plan = await planOf(tx, agreement);
      if (!plan || plan.period.startsOn > dayAfter(monday, 6)) continue;
      if (plan.period.startsOn < monday) hasEarlier = true;
      if (plan.period.endsOn < monday) continue;
      const who = agreement.participantName ?? plan.content.parties.participant.reference;
      people.push(await readWeekOf(tx, agreement, plan, monday, who));
      await recordOnAgreement(tx, actor, agreement, "attendance.read", { week: monday });
    }
    return done({
      week: monday,
      people,
      before: hasEarlier && monday > oldest ? dayAfter(monday, -7) : null,
      after: monday < present ? dayAfter(monday, 7) : null,
    });
  });
}
