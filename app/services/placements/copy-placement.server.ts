import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { type PlacementFormValues, titleOfCopy } from "#app/domain/placements/placement-form";
import { withActor } from "#db/client.server";
import { listTitlesBeside, readPlacementForm } from "#db/queries/placement-form.server";
import { lockPlacement } from "#db/queries/placement-register.server";

/**
 * What a new placement's form begins with when it is made of another one, an ended one above all: everything, under a title
 * that is free at the workplace. Errors: `not_found` (also for another association's).
 */
export async function copyPlacement(
  actor: Actor,
  id: number,
): Promise<Outcome<{ copyOf: number; values: PlacementFormValues; employerId: number }, "not_found">> {
  const { role, associationId, userId } = actor;
  if (role !== "coordinator" || associationId === null || userId === null) return fail("not_found");
  return withActor(actor, async (tx) => {
    const known = await lockPlacement(tx, id, { associationId, userId });
    const values = known && (await readPlacementForm(tx, id));
    if (!known || !values) return fail("not_found");
    const title = titleOfCopy(values.title, await listTitlesBeside(tx, id));
    return done({ copyOf: id, values: { ...values, title }, employerId: known.employerId });
  });
}
