import { type Actor, publicActor } from "#app/domain/identity/actor";
import { done, fail } from "#app/domain/outcome";
import { db } from "#db/client.server";
import { listAssociations } from "#db/queries/import.server";

/**
 * Whom an import without a signed-in person acts for: the named association, or the first one.
 * Errors: `no_association`, `unknown_association` with the names that exist.
 */
export async function importActor(name: string | null) {
  const associations = await listAssociations(db);
  const first = associations[0];
  if (!first) return fail("no_association");
  const wanted = name?.trim().toLocaleLowerCase("sv");
  const chosen = wanted ? associations.find((one) => one.name.toLocaleLowerCase("sv") === wanted) : first;
  if (!chosen) {
    return {
      ok: false as const,
      code: "unknown_association" as const,
      names: associations.map((one) => one.name),
    };
  }
  const actor: Actor = { ...publicActor, role: "coordinator", name: "Import", associationId: chosen.id };
  return done({ actor });
}
