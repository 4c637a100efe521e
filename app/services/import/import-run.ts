import type { KnownPlaces } from "#app/domain/import/known-places";
import type { Problem, RejectedRow } from "#app/domain/import/problem";

/** A row that its columns accept, on its way into the database. */
export type NumberedRow<Row> = { line: number; row: Row };

/** What a batch, or a whole file, came to. */
export type ImportCounts = { imported: number; updated: number; unchanged: number; rejected: number };

export type BatchResult = Omit<ImportCounts, "rejected"> & { rejected: RejectedRow[] };

/** What one reading of a file remembers from batch to batch. */
export type FileMemory = {
  places: KnownPlaces;
  /** Where each key was first seen: the same thing twice in a file is a mistake, not an update. */
  firstLine: Map<string, number>;
  /** What the file has said about a shared thing (an employer, a workplace), and where. */
  said: Map<string, { line: number; value: string }>;
};

/** A repeated key is a problem at `column`; the first row keeps it. */
export function repeatedKey(memory: FileMemory, key: string, line: number, column: string): Problem | null {
  const first = memory.firstLine.get(key);
  if (first === undefined) {
    memory.firstLine.set(key, line);
    return null;
  }
  return { column, code: "repeated", params: { line: first } };
}

/** A file that says two things about one employer would never come to rest: the first row is believed. */
export function saidOtherwise(
  memory: FileMemory,
  about: string,
  value: string,
  line: number,
  column: string,
): Problem | null {
  const before = memory.said.get(about);
  if (before && before.value !== value) return { column, code: "differs", params: { line: before.line } };
  if (!before) memory.said.set(about, { line, value });
  return null;
}

/** Whether this row is the one that first speaks of a shared thing: its change counts there, and only there. */
export function speaksFirst(memory: FileMemory, about: string, line: number): boolean {
  return memory.said.get(about)?.line === line;
}
