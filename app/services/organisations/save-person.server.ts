import type { Actor } from "#app/domain/identity/actor";
import type { Person } from "#app/domain/organisations/person-form";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import {
  type PersonOptions,
  type PersonRefusal,
  personMark,
  personOptions,
  takePersonAway,
  writePersonRights,
} from "#app/services/organisations/person-rights.server";
import { withActor } from "#db/client.server";
import { noteEntry } from "#db/queries/employer-entries.server";
import { worksWith } from "#db/queries/employer-owner.server";
import { findPerson, lockPerson, type OwnPersonRow } from "#db/queries/employer-people.server";
import { findEmployer } from "#db/queries/employer-record.server";

export type PersonPage = {
  employerName: string;
  person: OwnPersonRow | null;
  /** The mark of what the form is filled with; null for a new one. */
  seen: string | null;
  options: PersonOptions;
};

/** A person at an employer as the form shows them, with what they may do; a new one is empty. Errors: `not_found`. */
export async function editPerson(
  actor: Actor,
  employerId: number,
  personId: number | null,
): Promise<Outcome<PersonPage, "not_found">> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    const person = personId === null ? null : await findPerson(tx, employerId, personId, me.userId);
    if (!employer || (personId !== null && !person)) return fail("not_found");
    const options = await personOptions(tx, employerId);
    return done({ employerName: employer.name, person, seen: person && personMark(person), options });
  });
}

/**
 * Adds or changes a person and what they may do, on the employer's behalf; the employer reads it. Who may sign in for an
 * employer is decided by those who work with it: a right opens what other associations have told. Errors:
 * `PersonRefusal`, `elsewhere` (rights at an employer that the coordinator does not work with).
 */
export async function savePerson(
  actor: Actor,
  employerId: number,
  personId: number | null,
  form: Person,
  seen: string | null = null,
): Promise<Outcome<{ invited: boolean }, PersonRefusal | "elsewhere">> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    if (!(await findEmployer(tx, employerId))) return fail("not_found");
    if (form.duty !== null && !(await worksWith(tx, employerId, me))) return fail("elsewhere");
    const written = await writePersonRights(tx, { employerId, userId: me.userId }, personId, form, seen);
    if (!written.ok) return written;
    const entry = { employerId, what: "person", subject: form.name } as const;
    await noteEntry(tx, actor, { ...entry, done: personId === null ? "added" : "changed" });
    return written;
  });
}

/**
 * Takes a person away who does not work there any more, and the right to sign in for the employer; also the last
 * administrator, whom nobody there could remove. Errors: `not_found`, `elsewhere` (as for rights).
 */
export async function removePerson(
  actor: Actor,
  employerId: number,
  personId: number,
): Promise<Outcome<object, "not_found" | "elsewhere">> {
  const me = colleague(actor, "register.change");
  if (!me) return fail("not_found");
  return withActor(actor, async (tx) => {
    const known = await lockPerson(tx, employerId, personId, me.userId);
    if (!known) return fail("not_found");
    if (known.signsIn && !(await worksWith(tx, employerId, me))) return fail("elsewhere");
    await takePersonAway(tx, employerId, known);
    await noteEntry(tx, actor, { employerId, what: "person", done: "removed", subject: known.name });
    return done();
  });
}
