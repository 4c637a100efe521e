import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { PlacementForm, PlacementFormValues } from "#app/domain/placements/placement-form";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { type Tx, withActor } from "#db/client.server";
import * as placements from "#db/queries/placements.server";

type Coordinator = { associationId: number; userId: string };

function coordinatorOf({ role, associationId, userId }: Actor): Coordinator | null {
  return role === "coordinator" && associationId !== null && userId !== null
    ? { associationId, userId }
    : null;
}

/** A placement as its form shows it, with its status. Errors: `not_found` (also for another association's). */
export async function editPlacement(
  actor: Actor,
  id: number,
): Promise<Outcome<{ values: PlacementFormValues; status: PlacementStatus; title: string }, "not_found">> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  return withActor(actor, async (tx) => {
    const known = await placements.lockPlacement(tx, id, coordinator);
    const values = known && (await placements.readPlacementForm(tx, id));
    return known && values ? done({ values, status: known.status, title: values.title }) : fail("not_found");
  });
}

/**
 * Adds a placement for an employer who may never sign in, as a draft or published at once: staff vouch for it.
 * Errors: `not_found` (not a coordinator), `locality_unknown`, `title_taken`.
 */
export async function createPlacement(
  actor: Actor,
  form: PlacementForm,
  status: "draft" | "published",
): Promise<Outcome<{ id: number }, "not_found" | "locality_unknown" | "title_taken">> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  return withActor(actor, async (tx) => {
    const where = await savePlace(tx, form);
    if (!where) return fail("locality_unknown");
    const by = { status, userId: coordinator.userId, today: today() };
    const id = await placements.insertPlacement(tx, { ...form, ...where }, by);
    return id === null ? fail("title_taken") : done({ id });
  });
}

/**
 * Changes a placement of the association; whoever changes it has seen that it is right, so it counts as confirmed.
 * Errors: `not_found`, `locality_unknown`, `title_taken`, `capacity_taken` (fewer slots than are taken).
 */
export async function changePlacement(
  actor: Actor,
  id: number,
  form: PlacementForm,
): Promise<Outcome<object, "not_found" | "locality_unknown" | "title_taken" | "capacity_taken">> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  return withActor(actor, async (tx) => {
    const known = await placements.lockPlacement(tx, id, coordinator);
    if (!known) return fail("not_found");
    if (form.capacity < known.claimed) return fail("capacity_taken");
    const where = await savePlace(tx, form);
    if (!where) return fail("locality_unknown");
    return (await placements.updatePlacement(tx, id, { ...form, ...where }, today()))
      ? done()
      : fail("title_taken");
  });
}

async function savePlace(
  tx: Tx,
  form: PlacementForm,
): Promise<{ employerId: number; workplaceId: number } | null> {
  const locality = await findLocality(form.locality);
  if (!locality) return null;
  const employerId = await placements.saveEmployer(tx, form);
  const workplaceId = await placements.saveWorkplace(tx, {
    employerId,
    name: form.workplaceName,
    address: form.address,
    locality: locality.name,
    municipalityCode: locality.municipalityCode,
    point: locality.point,
  });
  return { employerId, workplaceId };
}
