import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { AtWork } from "#app/domain/reports/people";
import { reportedAssociation } from "#app/domain/reports/policy";
import { withActor } from "#db/client.server";
import { listAtWork } from "#db/queries/association-people.server";

/** Who can sign in for the own association, participants apart. Errors: `forbidden`. */
export async function listPeople(actor: Actor): Promise<Outcome<{ people: AtWork[] }, "forbidden">> {
  const associationId = reportedAssociation(actor, "people.read");
  if (associationId === null) return fail("forbidden");
  return withActor(actor, async (tx) => done({ people: await listAtWork(tx, associationId) }));
}
