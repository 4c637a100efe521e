import type { Actor } from "#app/domain/identity/actor";
import type { AssociationContact } from "#app/domain/organisations/association-contact";
import type { Appetite } from "#app/domain/organisations/employer";
import { type FieldChange, readSubject } from "#app/domain/organisations/entry-fields";
import { canForEmployer } from "#app/domain/organisations/policy";
import type { EmployerEntry } from "#app/domain/organisations/register";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { readContacts } from "#app/services/organisations/association-contact.server";
import { withActor } from "#db/client.server";
import { type ContactDate, ownContactDates } from "#db/queries/employer-contacts.server";
import { listEntries } from "#db/queries/employer-entries.server";
import { findEmployer } from "#db/queries/employer-record.server";

export type OwnEntries = {
  name: string;
  appetite: Appetite;
  askAgainOn: string | null;
  ownerName: string | null;
  /** The subject is a title or a name; below it, what was filled in field by field. */
  entries: (EmployerEntry & { changes: FieldChange[] })[];
  contacts: ContactDate[];
  /** The associations where the employer's workplaces are, and how to reach them. */
  reach: AssociationContact[];
};

/** What staff have written on the actor's employer's behalf, and when they were in touch. Errors: `not_found`. */
export async function listOwnEntries(actor: Actor): Promise<Outcome<OwnEntries, "not_found">> {
  const { employerId } = actor;
  if (employerId === null || !canForEmployer(actor, "entries.own", employerId)) return fail("not_found");
  const { own: reach } = await readContacts(actor, "");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    return done({
      name: employer.name,
      appetite: employer.appetite,
      askAgainOn: employer.askAgainOn,
      ownerName: employer.owner?.name ?? null,
      entries: (await listEntries(tx, employerId, 100)).map((entry) => {
        const { title, changes } = readSubject(entry.subject);
        return { ...entry, subject: title, changes };
      }),
      contacts: await ownContactDates(tx, 50),
      reach,
    });
  });
}
