import { nextWorkday } from "#app/domain/followups/next-workday";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayAndTime } from "#app/platform/clock.server";
import { namedBy, recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { refreshAlertsIn } from "#app/services/followups/alerts.server";
import { tellOwnStepIn } from "#app/services/followups/own-steps.server";
import { reachOwnDays } from "#app/services/followups/reach-attendance.server";
import { withActor } from "#db/client.server";
import { listEntries, writeEntry } from "#db/queries/attendance.server";

/**
 * The participant does not come on the next day on which somebody is expected (today until it is over): never why. Supervisor
 * and coach are told. The same day again is one effect. Errors: `not_found`, `day_changed` (nobody is expected then any more).
 */
export function reportAbsence(
  actor: Actor,
  agreementId: string,
  day: string,
): Promise<Outcome<object, "not_found" | "day_changed">> {
  return withActor(actor, async (tx) => {
    const reached = await reachOwnDays(tx, actor, agreementId);
    if (!reached.ok) return reached;
    const { agreement, plan } = reached;
    const at = dayAndTime();
    const entries = await listEntries(tx, agreementId, { from: at.today });
    if (entries.some((one) => one.day === day && one.absence !== null)) return done();
    const absent = new Set(entries.filter(({ absence }) => absence !== null).map((one) => one.day));
    if (nextWorkday(plan.facts, plan.content.schedule, at, absent)?.day !== day) return fail("day_changed");
    const { byName: name } = namedBy(actor, plan.content.parties.participant.reference);
    await writeEntry(
      tx,
      agreement,
      day,
      { hours: null, absence: "anmald_franvaro" },
      { role: "participant", name, userId: actor.userId, way: "signed_in" },
    );
    await refreshAlertsIn(tx, reached);
    await recordOnAgreement(tx, actor, agreement, "attendance.written", { days: 1, way: "signed_in" });
    await tellOwnStepIn(tx, actor, agreement, "absent", day);
    return done();
  });
}
