import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canConfirm, changeTo } from "#app/domain/placements/transitions";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { lockPlacement } from "#db/queries/placement-register.server";
import { confirmPlacement as confirm, setStatus } from "#db/queries/placements.server";

/** Moves a placement of the association to another status. Errors: `not_found`, `wrong_status`, `slots_taken`. */
export async function changeStatus(
  actor: Actor,
  id: number,
  to: PlacementStatus,
): Promise<Outcome<object, "not_found" | "wrong_status" | "slots_taken">> {
  const { associationId, userId } = actor;
  if (actor.role !== "coordinator" || associationId === null || userId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const placement = await lockPlacement(tx, id, { associationId, userId });
    if (!placement) return fail("not_found");
    // What waits for a review is decided there: the employer is told, with reasons.
    if (placement.status === "in_review") return fail("wrong_status");
    const decision = changeTo(placement, to, "coordinator");
    if (!decision.ok) return decision;
    await setStatus(tx, id, to, today());
    return done();
  });
}

/** Notes that a placement is still right today. Errors: `not_found`, `wrong_status`. */
export async function confirmPlacement(
  actor: Actor,
  id: number,
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  const { associationId, userId } = actor;
  if (actor.role !== "coordinator" || associationId === null || userId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const placement = await lockPlacement(tx, id, { associationId, userId });
    if (!placement) return fail("not_found");
    if (!canConfirm(placement.status)) return fail("wrong_status");
    await confirm(tx, id, today());
    return done();
  });
}
