import type { Actor } from "#app/domain/identity/actor";
import type { FileProblem } from "#app/domain/import/header";
import type { ImportKind } from "#app/domain/import/import-kind";
import { knownPlaces } from "#app/domain/import/known-places";
import { placeProblems } from "#app/domain/import/place-problems";
import { mayImport } from "#app/domain/import/policy";
import type { RejectedRow } from "#app/domain/import/problem";
import type { RowOf } from "#app/domain/import/row-format";
import { done, fail } from "#app/domain/outcome";
import type { BatchResult, FileMemory, ImportCounts, NumberedRow } from "#app/services/import/import-run";
import { readRows, UnreadableFile } from "#app/services/import/read-rows.server";
import { writeParticipants } from "#app/services/import/write-participants.server";
import { writePlacements } from "#app/services/import/write-placements.server";
import { writeWorkProfiles } from "#app/services/import/write-work-profiles.server";
import { type Tx, withActor } from "#db/client.server";
import { listKnownPlaces } from "#db/queries/import.server";

type Write<K extends ImportKind> = (
  tx: Tx,
  actor: Actor,
  memory: FileMemory,
  rows: NumberedRow<RowOf[K]>[],
) => Promise<BatchResult>;

const writers: { [K in ImportKind]: Write<K> } = {
  platser: writePlacements,
  deltagare: writeParticipants,
  arbetsprofiler: writeWorkProfiles,
};

/** Rows a transaction: long enough to be quick, short enough to keep nobody waiting. */
const batchSize = 200;

export type ImportFile = {
  kind: ImportKind;
  path: string;
  /** Everything is done, and taken back. */
  dryRun: boolean;
  /** Called for each row that is not taken in, in the order of the file. */
  onRejected?: (row: RejectedRow) => void | Promise<void>;
  /** Called after each batch with the figures so far. */
  onProgress?: (counts: ImportCounts) => void | Promise<void>;
};

export type UnreadableFileFailure = {
  ok: false;
  code: "unreadable_file";
  problem: FileProblem;
  counts: ImportCounts;
};

/**
 * Takes a file in, batch by batch, each in a transaction of its own; rejected rows are told and the others kept.
 * Importing the same file again changes nothing. Needs the memory of one batch, however long the file.
 * Errors: `forbidden`; `unreadable_file` with why, and what was taken in before that was found out.
 */
export async function importFile<K extends ImportKind>(actor: Actor, file: ImportFile & { kind: K }) {
  if (!mayImport(actor)) return fail("forbidden");
  const counts: ImportCounts = { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  const memory = await startMemory(actor);
  let batch: NumberedRow<RowOf[K]>[] = [];
  let refused: RejectedRow[] = [];

  const finishBatch = async () => {
    const result = batch.length > 0 ? await writeBatch(actor, file, memory, batch) : null;
    const rejected = [...refused, ...(result?.rejected ?? [])].sort((a, b) => a.line - b.line);
    counts.imported += result?.imported ?? 0;
    counts.updated += result?.updated ?? 0;
    counts.unchanged += result?.unchanged ?? 0;
    counts.rejected += rejected.length;
    batch = [];
    refused = [];
    for (const row of rejected) await file.onRejected?.(row);
    await file.onProgress?.({ ...counts });
  };

  try {
    for await (const read of readRows(file.kind, file.path)) {
      if (read.ok) batch.push({ line: read.line, row: read.row });
      else {
        const ofPlaces = placeProblems(file.kind, memory.places, read.cells, read.problems);
        refused.push({ line: read.line, problems: [...read.problems, ...ofPlaces] });
      }
      if (batch.length + refused.length >= batchSize) await finishBatch();
    }
    await finishBatch();
    return done({ counts });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const failure: UnreadableFileFailure = {
      ok: false,
      code: "unreadable_file",
      problem: error.problem,
      counts,
    };
    return failure;
  }
}

async function startMemory(actor: Actor): Promise<FileMemory> {
  const { municipalities, localities } = await withActor(actor, listKnownPlaces);
  return { places: knownPlaces(municipalities, localities), firstLine: new Map(), firstSaid: new Map() };
}

/** Ends a dry run's transaction: thrown on purpose, so that nothing is written. */
class TakenBack extends Error {
  constructor(readonly result: BatchResult) {
    super("dry run");
  }
}

async function writeBatch<K extends ImportKind>(
  actor: Actor,
  file: ImportFile & { kind: K },
  memory: FileMemory,
  batch: NumberedRow<RowOf[K]>[],
): Promise<BatchResult> {
  try {
    return await withActor(actor, async (tx) => {
      const result = await writers[file.kind](tx, actor, memory, batch);
      if (file.dryRun) throw new TakenBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result;
    throw error;
  }
}
