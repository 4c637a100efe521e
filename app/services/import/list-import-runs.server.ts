import type { Actor } from "#app/domain/identity/actor";
import { mayImport } from "#app/domain/import/policy";
import { done, fail } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { listRuns } from "#db/queries/import-runs.server";

/** The association's latest imports, newest first. Errors: `forbidden`. */
export async function listImportRuns(actor: Actor) {
  if (!mayImport(actor)) return fail("forbidden");
  return done({ runs: await withActor(actor, (tx) => listRuns(tx, 20, now())) });
}
