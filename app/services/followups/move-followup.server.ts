import type { Agreement } from "#app/domain/agreements/agreement";
import { type KeptFollowup, outsidePeriod, type Risk } from "#app/domain/followups/followup";
import type { MoveInput } from "#app/domain/followups/move-form";
import { canAttendance } from "#app/domain/followups/policy";
import type { Actor } from "#app/domain/identity/actor";
import { isWeekend } from "#app/domain/organisations/day";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { today } from "#app/platform/clock.server";
import { recordOnAgreement } from "#app/services/agreements/reach-agreement.server";
import { planFollowupsIn } from "#app/services/followups/plan-followups.server";
import { type Tx, withActor } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { recordDenied } from "#db/queries/audit.server";
import { findCoach, findFollowup, lockFollowup, moveFollowup, saveRisk } from "#db/queries/followups.server";

/** A follow-up to move, with whose it is. */
export type ReadMove = {
  followup: KeptFollowup;
  agreement: Pick<Agreement, "id" | "number" | "reference" | "employerName" | "period">;
  today: string;
};

/** A follow-up to move; whether it still is planned says its status. Errors: `not_found`. */
export function readMove(actor: Actor, id: string): Promise<Outcome<ReadMove, "not_found">> {
  return withActor(actor, async (tx) => {
    const reached = await reachFollowup(tx, actor, id, "read");
    if (!reached) return fail("not_found");
    const { followup, agreement } = reached;
    await recordOnAgreement(tx, actor, agreement, "followup.read");
    const { number, reference, employerName, period } = agreement;
    return done({
      followup,
      agreement: { id: agreement.id, number, reference, employerName, period },
      today: today(),
    });
  });
}

/**
 * Gives a follow-up another day, and keeps why. From then on no rhythm moves it. The same again is one effect. Errors:
 * `not_found`, `wrong_status`, `day_past`, `day_before_start`, `day_outside` (after its last day), `day_off` (a holiday or a
 * weekend).
 */
export function moveTo(
  actor: Actor,
  id: string,
  input: MoveInput,
): Promise<
  Outcome<
    { agreementId: string },
    "not_found" | "wrong_status" | "day_past" | "day_before_start" | "day_outside" | "day_off"
  >
> {
  return withActor(actor, async (tx) => {
    const reached = await reachFollowup(tx, actor, id, "change");
    if (!reached) return fail("not_found");
    const { followup, agreement } = reached;
    if (followup.status !== "planned") return fail("wrong_status");
    if (input.dueOn < today()) return fail("day_past");
    const outside = agreement.period && outsidePeriod(followup, agreement.period, input.dueOn);
    if (outside) return fail(outside);
    const { isHoliday } = await import("#app/platform/holidays.server");
    if (isHoliday(input.dueOn) || isWeekend(input.dueOn)) return fail("day_off");
    await moveFollowup(tx, id, { ...input, byName: actor.name });
    // The week that it leaves has room for what recurs, and the one it comes to has none.
    await planFollowupsIn(tx, agreement.id);
    await recordOnAgreement(tx, actor, agreement, "followup.moved", { step: followup.step });
    return done({ agreementId: agreement.id });
  });
}

/** Chooses how closely an agreement is followed: its follow-ups are planned by that rhythm. Errors: `not_found`. */
export function chooseRisk(
  actor: Actor,
  agreementId: string,
  risk: Risk,
): Promise<Outcome<object, "not_found">> {
  return withActor(actor, async (tx) => {
    const agreement = isUuid(agreementId) ? await lockAgreement(tx, agreementId) : null;
    if (!agreement || !canAttendance(actor, "followup.plan", agreement)) {
      await recordDenied(tx, actor, "followup.plan", agreementId);
      return fail("not_found");
    }
    if ((await findCoach(tx, agreementId)).risk === risk) return done();
    await saveRisk(tx, agreementId, risk);
    await planFollowupsIn(tx, agreementId);
    await recordOnAgreement(tx, actor, agreement, "followup.risk_chosen");
    return done();
  });
}

/**
 * A follow-up and its agreement, for staff who may plan it; locked for a change, the agreement first. Null when there is
 * none or it is somebody else's, and the attempt is kept.
 */
export async function reachFollowup(
  tx: Tx,
  actor: Actor,
  id: string,
  to: "read" | "change",
): Promise<{ followup: KeptFollowup; agreement: Agreement } | null> {
  const found = isUuid(id) ? await findFollowup(tx, id) : null;
  const agreement = found && (await (to === "read" ? findAgreement : lockAgreement)(tx, found.agreementId));
  if (!found || !agreement || !canAttendance(actor, "followup.plan", agreement)) {
    await recordDenied(tx, actor, "followup.plan", id);
    return null;
  }
  const followup = to === "read" ? found : await lockFollowup(tx, id);
  return followup && { followup, agreement };
}
