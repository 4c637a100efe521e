import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { canConfirm } from "#app/domain/placements/transitions";
import { today } from "#app/platform/clock.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { lockOwnPlacement } from "#db/queries/own-placements.server";
import { confirmPlacement } from "#db/queries/placements.server";

/** The employer says that an own placement is still right today. Errors: `not_found`, `wrong_status`. */
export function confirmOwnPlacement(
  actor: Actor,
  id: number,
): Promise<Outcome<object, "not_found" | "wrong_status">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    const placement = await lockOwnPlacement(tx, id, employerId);
    const thing = placement && { workplaceId: placement.workplaceId, placementId: id };
    if (!placement || !thing || !may(posts, "placement.confirm", thing)) return fail("not_found");
    if (!canConfirm(placement.status)) return fail("wrong_status");
    await confirmPlacement(tx, id, today());
    return done();
  });
}
