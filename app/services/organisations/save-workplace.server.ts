import type { Actor } from "#app/domain/identity/actor";
import type { WorkplaceForm, WorkplaceFormValues } from "#app/domain/organisations/employer-form";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { findLocality } from "#app/services/geo/find-locality.server";
import { withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import * as records from "#db/queries/employer-record.server";

/** An employer's workplace as its form shows it; a new one is empty. Errors: `not_found`. */
export async function editWorkplace(
  actor: Actor,
  employerId: number,
  workplaceId: number | null,
): Promise<Outcome<{ employerName: string; values: WorkplaceFormValues | null }, "not_found">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await records.findEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    if (workplaceId === null) return done({ employerName: employer.name, values: null });
    const found = (await records.listWorkplaces(tx, employerId)).find(({ id }) => id === workplaceId);
    if (!found) return fail("not_found");
    const { name, address, locality, municipality } = found;
    const place = locality === municipality ? locality : `${locality}, ${municipality}`;
    return done({ employerName: employer.name, values: { name, address, locality: place } });
  });
}

/** Adds or changes a workplace on the employer's behalf. Errors: `not_found`, `locality_unknown`, `name_taken`. */
export async function saveWorkplace(
  actor: Actor,
  employerId: number,
  workplaceId: number | null,
  form: WorkplaceForm,
): Promise<Outcome<object, "not_found" | "locality_unknown" | "name_taken">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const [employer] = await records.lockEmployers(tx, [employerId]);
    if (!employer) return fail("not_found");
    const own = await records.listWorkplaces(tx, employerId);
    if (workplaceId !== null && !own.some(({ id }) => id === workplaceId)) return fail("not_found");
    const place = await findLocality(form.locality, tx);
    if (!place) return fail("locality_unknown");
    const { name: locality, municipalityCode, point } = place;
    const written = { name: form.name, address: form.address, locality, municipalityCode, point };
    const id = await records.writeWorkplace(tx, employerId, workplaceId, written);
    if (id === null) return fail("name_taken");
    const what = { employerId, what: "workplace", subject: form.name } as const;
    await noteEntry(tx, actor, { ...what, done: workplaceId === null ? "added" : "changed" });
    return done();
  });
}
