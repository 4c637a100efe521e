import type { Agreement } from "#app/domain/agreements/agreement";
import type { DayInput } from "#app/domain/followups/week-form";
import { supervisorReach, writableStatuses } from "#app/domain/followups/week-link";
import { type Actor, publicActor, systemActor } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { hashToken } from "#app/platform/session-cookie.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planOf } from "#app/services/followups/plan-facts.server";
import { type AttendanceWeek, readWeekOf } from "#app/services/followups/read-week.server";
import { type Target, type WeekRefused, writeWeek } from "#app/services/followups/save-week.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { findToldName, findWeekLinkBySecret, type WeekLink } from "#db/queries/attendance-links.server";

/** Why a link opens nothing: it never was, it is too old, or nobody of it is the supervisor's any more. */
export type WeekLinkProblem = "link_unknown" | "link_expired" | "link_over";

/** What a supervisor's link shows: one week of the own people. `until` is the ISO moment when it stops working. */
export type LinkedWeek = { week: string; supervisor: string; until: string; people: AttendanceWeek[] };

/** The week that a link is for. Looking changes nothing but the trail. Errors: `WeekLinkProblem`. */
export function readLinkedWeek(token: string): Promise<Outcome<LinkedWeek, WeekLinkProblem>> {
  return withActor(systemActor, async (tx) => {
    const opened = await open(tx, token, findAgreement);
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
 * Writes the week with a link: days of that week and of those people, nothing else. Errors: `WeekLinkProblem`, `refused`
 * with why.
 */
export function saveLinkedWeek(
  token: string,
  inputs: readonly DayInput[],
): Promise<Outcome<{ written: number }, WeekLinkProblem> | WeekRefused> {
  return withActor(systemActor, async (tx) => {
    const opened = await open(tx, token, lockAgreement);
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

/** A link that works, with the agreements of it that are still this supervisor's. */
async function open(
  tx: Tx,
  token: string,
  find: (tx: Tx, id: string) => Promise<Agreement | null>,
): Promise<Outcome<{ link: WeekLink; targets: Target[] }, WeekLinkProblem>> {
  const link = await findWeekLinkBySecret(tx, hashToken(token));
  if (!link) return fail("link_unknown");
  if (link.isExpired) return fail("link_expired");
  const targets: Target[] = [];
  for (const id of [...link.agreementIds].sort()) {
    const agreement = await find(tx, id);
    if (!agreement || !writableStatuses.includes(agreement.status)) continue;
    if (supervisorReach(agreement.contacts)?.address !== link.address) continue;
    const plan = await planOf(tx, agreement);
    if (plan) targets.push({ agreement, plan });
  }
  if (targets.length === 0) return fail("link_over");
  return done({ link, targets: targets.sort((a, b) => (a.agreement.number < b.agreement.number ? -1 : 1)) });
}

/** Whoever holds the link, as the trail and the page name them. */
function supervisorOf({ supervisorName, associationId, employerId }: WeekLink): Actor {
  return { ...publicActor, role: "employer", name: supervisorName, associationId, employerId };
}
