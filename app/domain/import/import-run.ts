import type { FileProblem } from "#app/domain/import/header";
import type { ImportKind } from "#app/domain/import/import-kind";
import type { RejectedRow } from "#app/domain/import/problem";

/** One file on its way in from the page, or long since in. */
export type ImportRun = {
  id: string;
  kind: ImportKind;
  fileName: string;
  dryRun: boolean;
  /** `interrupted`: it was running in a process that is no more. Derived, never stored. */
  status: "running" | "done" | "failed" | "interrupted";
  failure: FileProblem | null;
  counts: { imported: number; updated: number; unchanged: number; rejected: number };
  startedAt: Date;
  userName: string;
};

/** The rejected rows that are kept with a run; of a file with more, the first ones. */
export const mostErrorsKept = 5000;

/** A running import says so after every batch: silence this long means that its process is gone. */
const silentSeconds = 120;

/** How a run stands at a moment. */
export function runStatus(
  stored: "running" | "done" | "failed",
  updatedAt: Date,
  now: Date,
): ImportRun["status"] {
  if (stored !== "running") return stored;
  return now.getTime() - updatedAt.getTime() > silentSeconds * 1000 ? "interrupted" : "running";
}

export type ImportRunWithErrors = ImportRun & { errors: RejectedRow[]; upload: string | null };
