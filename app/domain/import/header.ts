import type { ImportKind } from "#app/domain/import/import-kind";
import { rowFormats } from "#app/domain/import/row-format";

/** Why a whole file is refused. `columns` are named in the sentence. */
export type FileProblem = {
  code:
    | "not_found"
    | "not_readable"
    | "empty"
    | "not_a_sheet"
    | "old_excel"
    | "broken_excel"
    | "too_many_rows"
    | "missing_columns"
    | "unknown_columns"
    | "repeated_columns";
  columns?: string[];
};

/** The columns of a header row, empty ones at the end left out, or why the file is not of this kind. */
export function readHeader(kind: ImportKind, cells: string[]): { columns: string[] } | FileProblem {
  const columns = cells.map((text) => text.trim().toLowerCase());
  while (columns.at(-1) === "") columns.pop();
  if (columns.length === 0) return { code: "empty" };
  const { columns: known, optional } = rowFormats[kind];
  const missing = known.filter((name) => !columns.includes(name) && !optional.includes(name));
  if (missing.length > 0) return { code: "missing_columns", columns: missing };
  const unknown = columns.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { code: "unknown_columns", columns: unknown };
  const repeated = columns.filter((name, index) => columns.indexOf(name) !== index);
  if (repeated.length > 0) return { code: "repeated_columns", columns: repeated };
  return { columns };
}
