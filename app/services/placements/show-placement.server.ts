import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementDetails } from "#app/domain/placements/placement";
import { maySee } from "#app/domain/placements/visibility";
import { db, withDeadline } from "#db/client.server";
import { findPlacement } from "#db/queries/placements.server";

/** One placement, for anyone who may see it. Errors: `not_found` (also for one that is not yours to see). */
export async function showPlacement(
  actor: Actor,
  id: string | undefined,
): Promise<Outcome<{ placement: PlacementDetails }, "not_found">> {
  if (!id || !/^[1-9]\d{0,8}$/.test(id)) return fail("not_found");
  const placement = await withDeadline(findPlacement(db, Number(id)));
  return placement && maySee(actor, placement) ? done({ placement }) : fail("not_found");
}
