import type { Locality } from "#app/domain/geo/locality";
import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  isSameForm,
  type PlacementForm,
  type PlacementFormValues,
} from "#app/domain/placements/placement-form";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import { today } from "#app/platform/clock.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { markOf } from "#app/services/placements/content-mark.server";
import { type Tx, withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import { fillInNumber, findByNumber, findEmployer } from "#db/queries/employer-record.server";
import { saveContact } from "#db/queries/placement-contact.server";
import * as placements from "#db/queries/placement-form.server";
import { lockPlacement } from "#db/queries/placement-register.server";

type Coordinator = { associationId: number; userId: string };

function coordinatorOf({ role, associationId, userId }: Actor): Coordinator | null {
  return role === "coordinator" && associationId !== null && userId !== null
    ? { associationId, userId }
    : null;
}

/**
 * A placement as its form shows it, with its status and a mark of what was seen, to be sent back with the change.
 * Errors: `not_found` (also for another association's).
 */
export async function editPlacement(
  actor: Actor,
  id: number,
): Promise<
  Outcome<{ values: PlacementFormValues; seen: string; status: PlacementStatus; title: string }, "not_found">
> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  return withActor(actor, async (tx) => {
    const known = await lockPlacement(tx, id, coordinator);
    const values = known && (await placements.readPlacementForm(tx, id));
    return known && values
      ? done({ values, seen: markOf(values), status: known.status, title: values.title })
      : fail("not_found");
  });
}

/**
 * Adds a placement for an employer who may never sign in, as a draft or published at once: staff vouch for it. The same
 * form sent twice is one placement. `employerId`: the employer of the register that the form was begun from; the number is
 * filled in there while it has none. Errors: `not_found` (not a coordinator), `locality_unknown`, `title_taken`,
 * `number_taken` (by another employer than the one that has none).
 */
export async function createPlacement(
  actor: Actor,
  form: PlacementForm,
  status: "draft" | "published",
  employerId: number | null = null,
): Promise<Outcome<{ id: number }, "not_found" | "locality_unknown" | "title_taken" | "number_taken">> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  const locality = await findLocality(form.locality);
  return withActor(actor, async (tx) => {
    await placements.waitForEmployer(tx, form.organisationNumber);
    const taken = await placements.findByTitle(tx, form);
    if (taken) {
      const own =
        taken.createdBy === coordinator.userId && (await placements.readPlacementForm(tx, taken.id));
      return own && isSameForm(own, form) ? done({ id: taken.id }) : fail("title_taken");
    }
    if (!locality) return fail("locality_unknown");
    if (!(await numberFits(tx, actor, form, employerId))) return fail("number_taken");
    const where = await savePlace(tx, form, locality);
    const by = { status, userId: coordinator.userId, today: today() };
    const id = await placements.insertPlacement(tx, { ...form, ...where }, by);
    if (id === null) return fail("title_taken");
    const entry = { employerId: where.employerId, what: "placement", subject: form.title } as const;
    await noteEntry(tx, actor, { ...entry, done: "added" });
    return done({ id });
  });
}

/**
 * Changes a placement of the association; whoever changes it has seen that it is right, so it counts as confirmed.
 * `seen` is the mark of what the form was filled with: what somebody else saved meanwhile is never overwritten unseen.
 * Errors: `not_found`, `changed_meanwhile`, `locality_unknown`, `title_taken`, `capacity_taken` (fewer than are taken),
 * `number_taken`.
 */
export async function changePlacement(
  actor: Actor,
  id: number,
  form: PlacementForm,
  seen: string,
): Promise<
  Outcome<
    object,
    "not_found" | "changed_meanwhile" | "locality_unknown" | "title_taken" | "capacity_taken" | "number_taken"
  >
> {
  const coordinator = coordinatorOf(actor);
  if (!coordinator) return fail("not_found");
  const locality = await findLocality(form.locality);
  return withActor(actor, async (tx) => {
    const known = await lockPlacement(tx, id, coordinator);
    const stored = known && (await placements.readPlacementForm(tx, id));
    if (!known || !stored) return fail("not_found");
    if (seen !== markOf(stored)) return isSameForm(stored, form) ? done() : fail("changed_meanwhile");
    if (form.capacity < known.claimed) return fail("capacity_taken");
    await placements.waitForEmployer(tx, form.organisationNumber);
    const taken = await placements.findByTitle(tx, form);
    if (taken && taken.id !== id) return fail("title_taken");
    if (!locality) return fail("locality_unknown");
    if (!(await numberFits(tx, actor, form, known.employerId))) return fail("number_taken");
    const where = await savePlace(tx, form, locality);
    if (!(await placements.updatePlacement(tx, id, { ...form, ...where }, today())))
      return fail("title_taken");
    const entry = { employerId: where.employerId, what: "placement", subject: form.title } as const;
    await noteEntry(tx, actor, { ...entry, done: "changed" });
    return done();
  });
}

/**
 * An employer that was known by name and place gets its number with its first placement. False: another employer has that
 * number, and somebody has to see whether the two are one.
 */
async function numberFits(
  tx: Tx,
  actor: Actor,
  form: PlacementForm,
  employerId: number | null,
): Promise<boolean> {
  const employer = employerId === null ? null : await findEmployer(tx, employerId);
  if (!employer || employer.organisationNumber !== null) return true;
  if ((await findByNumber(tx, form.organisationNumber)) !== null) return false;
  if (!(await fillInNumber(tx, employer.id, form.organisationNumber))) return false;
  await noteEntry(tx, actor, {
    employerId: employer.id,
    what: "employer",
    done: "changed",
    subject: employer.name,
  });
  return true;
}

async function savePlace(
  tx: Tx,
  form: PlacementForm,
  locality: Locality,
): Promise<{ employerId: number; workplaceId: number }> {
  const employerId = await placements.saveEmployer(tx, form);
  const workplaceId = await placements.saveWorkplace(tx, {
    employerId,
    name: form.workplaceName,
    address: form.address,
    locality: locality.name,
    municipalityCode: locality.municipalityCode,
    point: locality.point,
  });
  await saveContact(tx, {
    employerId,
    workplaceId,
    name: form.contactName,
    email: form.contactEmail,
    phone: form.contactPhone,
  });
  return { employerId, workplaceId };
}
