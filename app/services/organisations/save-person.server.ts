import type { Actor } from "#app/domain/identity/actor";
import type { PersonForm } from "#app/domain/organisations/employer-form";
import { colleague } from "#app/domain/organisations/policy";
import type { EmployerPerson } from "#app/domain/organisations/register";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import * as records from "#db/queries/employer-record.server";

export type PersonPage = {
  employerName: string;
  person: EmployerPerson | null;
  workplaces: { id: number; name: string }[];
};

/** A person at an employer as the form shows them; a new one is empty. Errors: `not_found`. */
export async function editPerson(
  actor: Actor,
  employerId: number,
  personId: number | null,
): Promise<Outcome<PersonPage, "not_found">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await records.findEmployer(tx, employerId);
    const person = (await records.listPeopleOf(tx, employerId)).find(({ id }) => id === personId) ?? null;
    if (!employer || (personId !== null && !person)) return fail("not_found");
    const workplaces = (await records.listWorkplaces(tx, employerId)).map(({ id, name }) => ({ id, name }));
    return done({ employerName: employer.name, person, workplaces });
  });
}

/** Adds or changes a person on the employer's behalf. Errors: `not_found`, `name_taken`. */
export async function savePerson(
  actor: Actor,
  employerId: number,
  personId: number | null,
  form: PersonForm,
): Promise<Outcome<object, "not_found" | "name_taken">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const [employer] = await records.lockEmployers(tx, [employerId]);
    if (!employer) return fail("not_found");
    const workplaceId = form.workplace ? Number(form.workplace) : null;
    const workplaces = await records.listWorkplaces(tx, employerId);
    const people = await records.listPeopleOf(tx, employerId);
    if (workplaceId !== null && !workplaces.some(({ id }) => id === workplaceId)) return fail("not_found");
    if (personId !== null && !people.some(({ id }) => id === personId)) return fail("not_found");
    const { name, email, phone } = form;
    const person = { name, workplaceId, email: email ?? null, phone: phone ?? null };
    const id = await records.writePerson(tx, employerId, personId, person);
    if (id === null) return fail("name_taken");
    const entry = { employerId, what: "person", subject: name } as const;
    await noteEntry(tx, actor, { ...entry, done: personId === null ? "added" : "changed" });
    return done();
  });
}

/** Takes a person away who does not work there any more; an account they have stays as it is. Errors: `not_found`. */
export async function removePerson(
  actor: Actor,
  employerId: number,
  personId: number,
): Promise<Outcome<object, "not_found">> {
  if (!colleague(actor, "register.change")) return fail("not_found");
  return withActor(actor, async (tx) => {
    const person = (await records.listPeopleOf(tx, employerId)).find(({ id }) => id === personId);
    if (!person || !(await records.removePerson(tx, employerId, personId))) return fail("not_found");
    await noteEntry(tx, actor, { employerId, what: "person", done: "removed", subject: person.name });
    return done();
  });
}
