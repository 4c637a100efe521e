import type { Person } from "#app/domain/organisations/person-form";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { markOf } from "#app/services/placements/content-mark.server";
import type { Tx } from "#db/client.server";
import { asIdentity } from "#db/identity.server";
import { beginInvitation } from "#db/queries/employer-invitations.server";
import * as people from "#db/queries/employer-people.server";
import { enqueue } from "#db/queries/jobs.server";
import { listTitles } from "#db/queries/own-placements.server";
import { listOwnWorkplaces } from "#db/queries/own-workplaces.server";

export type PersonOptions = {
  workplaces: { id: number; name: string }[];
  placements: { id: number; title: string; workplace: string }[];
};

/** What can be chosen for a person at an employer. */
export async function personOptions(tx: Tx, employerId: number): Promise<PersonOptions> {
  const workplaces = await listOwnWorkplaces(tx, employerId);
  return {
    workplaces: workplaces.map(({ id, name }) => ({ id, name })),
    placements: await listTitles(tx, employerId),
  };
}

export type PersonRefusal =
  | "not_found"
  | "changed_meanwhile"
  | "name_taken"
  | "last_administrator"
  | "workplace_unknown"
  | "email_fixed"
  | "duty_kept";

/** The mark of what a form about a person was filled with. */
export function personMark(
  person: Pick<people.OwnPersonRow, "name" | "email" | "phone" | "duty" | "workplaceId" | "supervises">,
): string {
  const { name, email, phone, duty, workplaceId, supervises } = person;
  return markOf([name, email, phone, duty, workplaceId, supervises]);
}

/**
 * Adds (null) or changes a person at an employer and what they may do, and invites them by mail when that was asked for.
 * Whoever calls has the right to. `seen`: the mark of what the form was filled with; of two who save, the later is told
 * (`changed_meanwhile`), unless both wrote the same. Errors: `not_found`, `name_taken`, `last_administrator`, `workplace_unknown`,
 * `email_fixed` (an invitation is accepted with the address; a person who signs in keeps it), `duty_kept` (a person who
 * signs in has a right; to take it away, the person is removed).
 */
export async function writePersonRights(
  tx: Tx,
  of: { employerId: number; userId: string },
  id: number | null,
  form: Person,
  seen: string | null,
): Promise<Outcome<{ invited: boolean }, PersonRefusal>> {
  const { employerId } = of;
  await people.lockEmployer(tx, employerId);
  const known = id === null ? null : await people.lockPerson(tx, employerId, id, of.userId);
  if (id !== null && !known) return fail("not_found");
  if (known && seen !== null && seen !== personMark(known)) {
    const written = { ...known, ...form, workplaceId: form.duty === "administrator" ? null : form.workplace };
    return personMark(written) === personMark(known) ? done({ invited: false }) : fail("changed_meanwhile");
  }
  if (known?.signsIn && form.email !== (known.email?.toLowerCase() ?? null)) return fail("email_fixed");
  if (known?.signsIn && form.duty === null) return fail("duty_kept");
  const isLoss = known?.signsIn && known.duty === "administrator" && form.duty !== "administrator";
  if (isLoss && (await people.countOtherAdministrators(tx, employerId, known.id)) === 0)
    return fail("last_administrator");
  const workplaces = await listOwnWorkplaces(tx, employerId);
  if (form.workplace !== null && !workplaces.some((one) => one.id === form.workplace))
    return fail("workplace_unknown");
  const { name, email, phone, duty, supervises } = form;
  const workplaceId = duty === "administrator" ? null : form.workplace;
  const saved = await people.writePerson(tx, employerId, id, {
    ...{ name, email, phone, duty, workplaceId, supervises },
  });
  if (saved === null) return fail("name_taken");
  const invited = form.invite === "yes" && !known?.signsIn && (await beginInvitation(tx, saved));
  if (invited) await enqueue(tx, "mail_employer_invited", { personId: saved });
  return done({ invited });
}

/** Takes a person away from an employer, and with the last row the right to sign in for it. */
export async function takePersonAway(
  tx: Tx,
  employerId: number,
  person: { id: number; userId: string | null },
): Promise<void> {
  await people.deletePerson(tx, employerId, person.id);
  const account = person.userId;
  if (account !== null && !(await people.hasRowAt(tx, employerId, account)))
    await asIdentity(tx, () => people.removeMembership(tx, employerId, account));
}
