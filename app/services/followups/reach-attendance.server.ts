import type { Agreement } from "#app/domain/agreements/agreement";
import { type AttendanceAction, canAttendance } from "#app/domain/followups/policy";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { isUuid } from "#app/domain/uuid";
import { type AgreementPlan, planOf } from "#app/services/followups/plan-facts.server";
import type { Tx } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { recordDenied } from "#db/queries/audit.server";

type Reached = { agreement: Agreement; plan: AgreementPlan };

/**
 * An agreement that has taken force, with its plan, for somebody who may do this with it; locked for a change. Null when
 * there is none, it is somebody else's, or nobody has agreed yet: `not_found` for all of them, and the attempt is kept.
 */
export async function reachAttendance(
  tx: Tx,
  actor: Actor,
  id: string,
  action: AttendanceAction,
  to: "read" | "change",
): Promise<Reached | null> {
  const agreement = isUuid(id) ? await (to === "read" ? findAgreement : lockAgreement)(tx, id) : null;
  const plan = agreement && canAttendance(actor, action, agreement) ? await planOf(tx, agreement) : null;
  if (agreement && plan) return { agreement, plan };
  await recordDenied(tx, actor, action, id);
  return null;
}

/**
 * A participant's own agreement, locked, to say something of a day to come. Errors: `not_found` (also for anybody else),
 * `day_changed` (it is over).
 */
export async function reachOwnDays(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Outcome<Reached, "not_found" | "day_changed">> {
  if (actor.role !== "participant") return fail("not_found");
  const reached = await reachAttendance(tx, actor, id, "attendance.write", "change");
  if (!reached) return fail("not_found");
  return reached.agreement.status === "in_force" ? done(reached) : fail("day_changed");
}
