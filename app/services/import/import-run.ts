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
  /** Where each key was first taken in: the same thing twice in a file is a mistake, not an update. */
  firstLine: Map<string, number>;
  /** What the file's first row that is taken in says about a shared thing (an employer, a workplace), and where. */
  firstSaid: Map<string, FirstSaid<unknown>>;
};

export type FirstSaid<Thing> = { line: number; thing: Thing };

/** A repeated key is a problem at `column`; the first row keeps it. */
export function repeatedKey(memory: FileMemory, key: string, line: number, column: string): Problem | null {
  const problem = repeatProblem(memory, key, column);
  if (!problem) memory.firstLine.set(key, line);
  return problem;
}

/** The same, for a row of which it is not known yet whether it is taken in: nothing is remembered. */
export function repeatProblem(memory: FileMemory, key: string, column: string): Problem | null {
  const line = memory.firstLine.get(key);
  return line === undefined ? null : { column, code: "repeated", params: { line } };
}

/**
 * What the file says of a shared thing is what its first row that is taken in says: a file that says two things would
 * otherwise change the database each time it is imported. `about` names the thing, and with it the type of what is said.
 * Nothing is remembered before the row is taken in (`rememberSaid`).
 */
export function firstSaid<Thing>(
  memory: FileMemory,
  about: string,
  line: number,
  thing: Thing,
): FirstSaid<Thing> {
  const before = memory.firstSaid.get(about);
  return before ? (before as FirstSaid<Thing>) : { line, thing };
}

/** Remembers what a row that is taken in says, as far as it is the first to say it. */
export function rememberSaid(memory: FileMemory, about: string, said: FirstSaid<unknown>): void {
  if (!memory.firstSaid.has(about)) memory.firstSaid.set(about, said);
}
