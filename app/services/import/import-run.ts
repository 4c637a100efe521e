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
  /** What the file first said about a shared thing (an employer, a workplace), and where. */
  firstSaid: Map<string, FirstSaid<unknown>>;
};

export type FirstSaid<Thing> = { line: number; thing: Thing };

/** A repeated key is a problem at `column`; the first row keeps it. */
export function repeatedKey(memory: FileMemory, key: string, line: number, column: string): Problem | null {
  const first = memory.firstLine.get(key);
  if (first === undefined) {
    memory.firstLine.set(key, line);
    return null;
  }
  return { column, code: "repeated", params: { line: first } };
}

/**
 * What the file says of a shared thing is what its first row says: a file that says two things would otherwise change
 * the database each time it is imported. `about` names the thing, and with it the type of what is said.
 */
export function firstSaid<Thing>(
  memory: FileMemory,
  about: string,
  line: number,
  thing: Thing,
): FirstSaid<Thing> {
  const before = memory.firstSaid.get(about);
  if (before) return before as FirstSaid<Thing>;
  const first = { line, thing };
  memory.firstSaid.set(about, first);
  return first;
}
