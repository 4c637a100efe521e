import type { Actor } from "#app/domain/identity/actor";
import type { ImportKind } from "#app/domain/import/import-kind";
import { mostErrorsKept } from "#app/domain/import/import-run";
import { mayImport } from "#app/domain/import/policy";
import type { RejectedRow } from "#app/domain/import/problem";
import { done, fail } from "#app/domain/outcome";
import { now } from "#app/platform/clock.server";
import { log } from "#app/platform/log.server";
import { removeUpload, sweepUploads, uploadPath } from "#app/platform/uploads.server";
import { importFile } from "#app/services/import/import-file.server";
import { withActor } from "#db/client.server";
import * as runs from "#db/queries/import-runs.server";

export type Uploaded = { kind: ImportKind; upload: string; fileName: string; dryRun: boolean };

/**
 * Begins to import an uploaded file and answers at once; the run's page shows how it goes. Errors: `forbidden`.
 */
export async function startImport(actor: Actor, file: Uploaded) {
  if (!mayImport(actor) || actor.userId === null) return fail("forbidden");
  const { userId, name: userName } = actor;
  const associationId = actor.associationId!;
  const id = await withActor(actor, (tx) => runs.insertRun(tx, { ...file, associationId, userId, userName }));
  inTurn(() => carryOut(actor, id, file));
  return done({ id });
}

let last: Promise<unknown> = Promise.resolve();

/** One file at a time in each process: importing shall never crowd out those who work in the product. */
function inTurn(work: () => Promise<unknown>): void {
  last = last.then(work);
}

/** Resolves when every import that has been started is done: for the process's last moments, and for tests. */
export async function importsAreDone(): Promise<void> {
  await last;
}

async function carryOut(actor: Actor, id: string, file: Uploaded): Promise<void> {
  const errors: RejectedRow[] = [];
  let end: Parameters<typeof runs.finishRun>[2] = {
    status: "failed",
    failure: null,
    errors,
    keepsUpload: false,
  };
  try {
    const result = await importFile(actor, {
      kind: file.kind,
      path: uploadPath(file.upload),
      dryRun: file.dryRun,
      onRejected: (row) => {
        if (errors.length < mostErrorsKept) errors.push(row);
      },
      onProgress: (counts) => withActor(actor, (tx) => runs.noteProgress(tx, id, counts)),
    });
    if (result.ok) end = { status: "done", failure: null, errors, keepsUpload: file.dryRun };
    else if (result.code === "unreadable_file") end = { ...end, failure: result.problem };
  } catch (error) {
    log.error({ run: id, err: error instanceof Error ? error.message : String(error) }, "import stopped");
  }
  try {
    await withActor(actor, (tx) => runs.finishRun(tx, id, end));
    if (!end.keepsUpload) await removeUpload(file.upload);
    await sweepUploads(now());
  } catch (error) {
    log.error({ run: id, err: error instanceof Error ? error.message : String(error) }, "import not noted");
  }
}
