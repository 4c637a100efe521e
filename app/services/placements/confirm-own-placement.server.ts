import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canConfirm } from "#app/domain/placements/transitions";
import { today } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { lockOwnPlacement } from "#db/queries/own-placements.server";
import { confirmPlacement } from "#db/queries/placements.server";

/** The employer says that an own placement is still right today. Errors: `not_found`, `wrong_status`. */
export async function confirmOwnPlacement(
  actor: Actor,
  id: number,
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  const { employerId } = actor;
  if (actor.role !== "employer" || employerId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const placement = await lockOwnPlacement(tx, id, employerId);
    if (!placement) return fail("not_found");
    if (!canConfirm(placement.status)) return fail("wrong_status");
    await confirmPlacement(tx, id, today());
    return done();
  });
}
