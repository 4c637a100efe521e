import type { Actor } from "#app/domain/identity/actor";
import { may } from "#app/domain/organisations/employer-rights";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { changeTo } from "#app/domain/placements/transitions";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { asEmployer } from "#app/services/organisations/as-employer.server";
import { announceListing } from "#app/services/placements/announce-listing.server";
import { lockOwnPlacement } from "#db/queries/own-placements.server";
import { setStatus } from "#db/queries/placements.server";

/** Pauses, resumes, ends or sends in an own placement. Errors: `not_found`, `wrong_status`, `slots_taken`. */
export function changeOwnStatus(
  actor: Actor,
  id: number,
  to: PlacementStatus,
): Promise<Outcome<object, "not_found" | "wrong_status" | "slots_taken">> {
  return asEmployer(actor, async (tx, { employerId, posts }) => {
    const placement = await lockOwnPlacement(tx, id, employerId);
    const thing = placement && { workplaceId: placement.workplaceId, placementId: id };
    if (!placement || !thing || !may(posts, "placement.change", thing)) return fail("not_found");
    // The second of two clicks.
    if (placement.status === to) return done();
    const decision = changeTo(placement, to, "employer");
    if (!decision.ok) return decision;
    await setStatus(tx, id, to, today());
    if (to === "in_review") await announceListing(tx, id);
    return done();
  });
}
