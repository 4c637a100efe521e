import type { Actor } from "#app/domain/identity/actor";
import { fail } from "#app/domain/outcome";
import { isUploadThere } from "#app/platform/uploads.server";
import { readImportRun } from "#app/services/import/read-import-run.server";
import { startImport } from "#app/services/import/start-import.server";
import { withActor } from "#db/client.server";
import { takeUpload } from "#db/queries/import-runs.server";

/**
 * Imports the file of a finished dry run, once. Errors: `not_found`, `wrong_status` when it was no dry run or did not finish,
 * `file_gone` when the file has been imported or removed meanwhile.
 */
export async function importForReal(actor: Actor, runId: string) {
  const read = await readImportRun(actor, runId);
  if (!read.ok) return read;
  const { kind, fileName, dryRun, status } = read.run;
  if (!dryRun || status !== "done") return fail("wrong_status");
  // Of two clicks on the button one takes the file.
  const upload = await withActor(actor, (tx) => takeUpload(tx, runId));
  if (upload === null || !(await isUploadThere(upload))) return fail("file_gone");
  return startImport(actor, { kind, fileName, upload, dryRun: false });
}
