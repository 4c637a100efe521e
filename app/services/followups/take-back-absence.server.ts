import { canTakeBack } from "#app/domain/followups/own-absence";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { dayAndTime } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { refreshAlertsIn } from "#app/services/followups/alerts.server";
import { tellOwnStepIn } from "#app/services/followups/own-steps.server";
import { reachOwnDays } from "#app/services/followups/reach-attendance.server";
import { withActor } from "#db/client.server";
import { listEntries, removeAbsence } from "#db/queries/attendance.server";

/**
 * The participant comes after all on a day that they have said no to, as long as it has not begun. Whoever was told is told
 * this too. The same day again is one effect. Errors: `not_found`, `day_changed` (it has begun, or somebody else wrote it).
 */
export function takeBackAbsence(
  actor: Actor,
  agreementId: string,
  day: string,
): Promise<Outcome<object, "not_found" | "day_changed">> {
  return withActor(actor, async (tx) => {
    const reached = await reachOwnDays(tx, actor, agreementId);
    if (!reached.ok) return reached;
    const { agreement, plan } = reached;
    const at = dayAndTime();
    const entry = (await listEntries(tx, agreementId, { from: at.today })).find((one) => one.day === day);
    if (!entry) return day < at.today ? fail("day_changed") : done();
    if (!canTakeBack(entry, plan.content.schedule, at)) return fail("day_changed");
    await removeAbsence(tx, agreementId, day);
    await refreshAlertsIn(tx, reached);
    await recordOnAgreement(tx, actor, agreement, "attendance.taken_back");
    await tellOwnStepIn(tx, actor, agreement, "coming", day);
    return done();
  });
}
