import type { z } from "zod";
import type { ImportKind } from "#app/domain/import/import-kind";
import {
  optionalParticipantColumns,
  type ParticipantRow,
  participantColumns,
  participantRow,
} from "#app/domain/import/participant-row";
import {
  optionalPlacementColumns,
  type PlacementRow,
  placementColumns,
  placementRow,
} from "#app/domain/import/placement-row";
import { type Problem, type ProblemCode, problemCodes } from "#app/domain/import/problem";
import {
  optionalWorkProfileColumns,
  type WorkProfileRow,
  workProfileColumns,
  workProfileRow,
} from "#app/domain/import/work-profile-row";

export type RowOf = { platser: PlacementRow; deltagare: ParticipantRow; arbetsprofiler: WorkProfileRow };

type RowFormat<K extends ImportKind> = {
  /** All columns, in the order of a template. */
  columns: string[];
  /** Those that a file may leave out altogether. */
  optional: string[];
  schema: z.ZodType<RowOf[K], Record<string, string>>;
  /** What makes two rows the same thing, and the column that a repeated one is reported at. */
  key: (row: RowOf[K]) => string;
  keyColumn: string;
};

/** What a file of each kind looks like. */
export const rowFormats: { [K in ImportKind]: RowFormat<K> } = {
  platser: {
    columns: placementColumns,
    optional: optionalPlacementColumns,
    schema: placementRow as unknown as RowFormat<"platser">["schema"],
    key: (row) => JSON.stringify([row.employer.organisationNumber, row.workplace.name, row.title]),
    keyColumn: "rubrik",
  },
  deltagare: {
    columns: participantColumns,
    optional: optionalParticipantColumns,
    schema: participantRow as unknown as RowFormat<"deltagare">["schema"],
    key: (row) => row.reference,
    keyColumn: "referens",
  },
  arbetsprofiler: {
    columns: workProfileColumns,
    optional: optionalWorkProfileColumns,
    schema: workProfileRow as unknown as RowFormat<"arbetsprofiler">["schema"],
    key: (row) => row.reference,
    keyColumn: "referens",
  },
};

/** One row's cells by column, read as what the kind of file says, or everything that is wrong with them. */
export function readRow<K extends ImportKind>(
  kind: K,
  cells: Record<string, string>,
): { ok: true; row: RowOf[K] } | { ok: false; problems: Problem[] } {
  const read = rowFormats[kind].schema.safeParse(cells);
  if (read.success) return { ok: true, row: read.data };
  return { ok: false, problems: read.error.issues.map(toProblem) };
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  const code = (problemCodes as readonly string[]).includes(issue.message)
    ? (issue.message as ProblemCode)
    : "missing";
  const params = issue.code === "custom" ? issue.params : undefined;
  return { column: String(issue.path[0] ?? ""), code, ...(params ? { params } : {}) };
}
