import type { Actor } from "#app/domain/identity/actor";
import { colleague } from "#app/domain/organisations/policy";
import { done, fail, type Outcome } from "#app/domain/outcome";
import { withActor } from "#db/client.server";
import * as contacts from "#db/queries/employer-contacts.server";

/** How many contacts in thirty days the association says are enough. Errors: `forbidden`. */
export async function readContactLimit(actor: Actor): Promise<Outcome<{ limit: number }, "forbidden">> {
  const admin = colleague(actor, "contact.limit");
  if (!admin) return fail("forbidden");
  return withActor(actor, async (tx) =>
    done({ limit: await contacts.contactLimit(tx, admin.associationId) }),
  );
}

/** Sets it. Errors: `forbidden`. */
export async function setContactLimit(actor: Actor, limit: number): Promise<Outcome<object, "forbidden">> {
  const admin = colleague(actor, "contact.limit");
  if (!admin) return fail("forbidden");
  return withActor(actor, async (tx) => {
    await contacts.setContactLimit(tx, admin.associationId, limit);
    return done();
  });
}
