import type { FileProblem } from "#app/domain/import/header";
import type { Problem, RejectedRow } from "#app/domain/import/problem";

/** A translator of the namespace `import`. */
type Translate = (key: string, params?: Record<string, string | number>) => string;

/** `rad 5: organisationsnummer: saknas; dagar: …` — one line a row, whatever is wrong with it. product.md. */
export function rejectedRowLine(t: Translate, row: RejectedRow): string {
  const problems = row.problems.map((problem) => `${problem.column}: ${problemText(t, problem)}`);
  return t("row", { line: row.line, problems: problems.join("; ") });
}

/** What is wrong in one cell. */
export function problemText(t: Translate, problem: Problem): string {
  return t(`problem.${problem.code}`, problem.params);
}

/** Why a whole file is refused. */
export function fileProblemText(t: Translate, problem: FileProblem): string {
  return t(`file.${problem.code}`, { columns: problem.columns?.join(", ") ?? "" });
}
