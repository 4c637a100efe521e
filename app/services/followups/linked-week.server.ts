import type { DayInput } from "#app/domain/followups/week-form";
import { writableStatuses } from "#app/domain/followups/week-link";
import { systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hashToken } from "#app/platform/session-cookie.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { type AttendanceWeek, readWeekOf } from "#app/services/followups/read-week.server";
import { type WeekRefused, writeWeek } from "#app/services/followups/save-week.server";
import {
  openSupervisorLink,
  type SupervisorLinkProblem,
  supervisorOf,
} from "#app/services/followups/supervisor-link.server";
import { withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { findToldName, findWeekLinkBySecret } from "#db/queries/attendance-links.server";

/** What a supervisor's link shows: one week of the own people. `until` is the ISO moment when it stops working. */
export type LinkedWeek = { week: string; supervisor: string; until: string; people: AttendanceWeek[] };

/** The week that a link is for. Looking changes nothing but the trail. Errors: `SupervisorLinkProblem`. */
export function readLinkedWeek(token: string): Promise<Outcome<LinkedWeek, SupervisorLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const found = await findWeekLinkBySecret(tx, hashToken(token));
    const opened = await openSupervisorLink(tx, found, writableStatuses, findAgreement);
    if (!opened.ok) return opened;
    const { link, targets } = opened;
    const people: AttendanceWeek[] = [];
    for (const { agreement, plan } of targets) {
      const told = await findToldName(tx, agreement.id);
      const who = told ?? plan.content.parties.participant.reference;
      people.push(await readWeekOf(tx, agreement, plan, link.week, who));
      await recordOnAgreement(tx, supervisorOf(link), agreement, "attendance.read", {
        week: link.week,
        as: "link",
      });
    }
    return done({ week: link.week, supervisor: link.supervisorName, until: link.expiresAt, people });
  });
}

/**
 * Writes the week with a link: days of that week and of those people, nothing else. Errors: `SupervisorLinkProblem`, `refused`
 * with why.
 */
export function saveLinkedWeek(
  token: string,
  inputs: readonly DayInput[],
): Promise<Outcome<{ written: number }, SupervisorLinkProblem> | WeekRefused> {
  return withActor(systemActor, async (tx) => {
    const found = await findWeekLinkBySecret(tx, hashToken(token));
    const opened = await openSupervisorLink(tx, found, writableStatuses, lockAgreement);
    if (!opened.ok) return opened;
    const { link, targets } = opened;
    const within = inputs.filter(
      ({ agreementId, day }) =>
        targets.some(({ agreement }) => agreement.id === agreementId) &&
        day >= link.week &&
        day <= dayAfter(link.week, 6),
    );
    // A day of somebody else or of another week is no slip of the pen.
    if (within.length < inputs.length) return fail("link_unknown");
    const actor = supervisorOf(link);
    return writeWeek(tx, targets, within, () => ({ actor, role: "employer", name: actor.name, way: "link" }));
  });
}
