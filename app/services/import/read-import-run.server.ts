import { z } from "zod";
import type { Actor } from "#app/domain/identity/actor";
import { mayImport } from "#app/domain/import/policy";
import { done, fail } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { withActor } from "#db/client.server";
import { findRun } from "#db/queries/import-runs.server";

/** One of the association's runs with its rejected rows. Errors: `not_found`, also for another association's. */
export async function readImportRun(actor: Actor, id: string) {
  if (!mayImport(actor) || !z.uuid().safeParse(id).success) return fail("not_found");
  const run = await withActor(actor, (tx) => findRun(tx, id, now()));
  return run ? done({ run }) : fail("not_found");
}
