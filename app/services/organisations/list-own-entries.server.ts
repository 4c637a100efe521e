import type { Actor } from "#app/domain/identity/actor";
import type { Appetite } from "#app/domain/organisations/employer";
import { canForEmployer } from "#app/domain/organisations/policy";
import type { EmployerEntry } from "#app/domain/organisations/register";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import { type ContactDate, ownContactDates } from "#db/queries/employer-contacts.server";
import { listEntries } from "#db/queries/employer-entries.server";
import { findEmployer } from "#db/queries/employer-record.server";

export type OwnEntries = {
  name: string;
  appetite: Appetite;
  askAgainOn: string | null;
  ownerName: string | null;
  entries: EmployerEntry[];
  contacts: ContactDate[];
};

/** What staff have written on the actor's employer's behalf, and when they were in touch. Errors: `not_found`. */
export async function listOwnEntries(actor: Actor): Promise<Outcome<OwnEntries, "not_found">> {
  const { employerId } = actor;
  if (employerId === null || !canForEmployer(actor, "entries.own", employerId)) return fail("not_found");
  return withActor(actor, async (tx) => {
    const employer = await findEmployer(tx, employerId);
    if (!employer) return fail("not_found");
    return done({
      name: employer.name,
      appetite: employer.appetite,
      askAgainOn: employer.askAgainOn,
      ownerName: employer.owner?.name ?? null,
      entries: await listEntries(tx, employerId, 100),
      contacts: await ownContactDates(tx, 50),
    });
  });
}
