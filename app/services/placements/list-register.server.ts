import type { Actor } from "#app/domain/identity/actor";
import { done, fail, type Outcome } from "#app/domain/outcome";
import type { RegisterQuery } from "#app/domain/placements/register-query";
import { withActor } from "#db/client.server";
import { listRegister as list, type RegisterRow } from "#db/queries/placement-register.server";

const perPage = 50;

/** The association's placements in every status. Errors: `forbidden`. */
export async function listRegister(
  actor: Actor,
  { text, status, page }: RegisterQuery,
): Promise<Outcome<{ rows: RegisterRow[]; total: number; page: number; pages: number }, "forbidden">> {
  const { associationId, userId } = actor;
  if (actor.role !== "coordinator" || associationId === null || userId === null) return fail("forbidden");
  return withActor(actor, async (tx) => {
    const found = await list(tx, { associationId, userId, text, status }, perPage, (page - 1) * perPage);
    return done({ ...found, page, pages: Math.ceil(found.total / perPage) });
  });
}
