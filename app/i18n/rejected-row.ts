import type { FileProblem } from "#app/domain/import/header";
import type { Problem, RejectedRow } from "#app/domain/import/problem";
import { columnName } from "#app/i18n/column-name";

/** A translator of the namespace `import`. */
type Translate = (key: string, params?: Record<string, string | number>) => string;

/** `rad 5: organisationsnummer: saknas; dagar: …` — one line a row, whatever is wrong with it. product.md. */
export function rejectedRowLine(t: Translate, row: RejectedRow): string {
  const problems = row.problems.map((problem) => `${problem.column}: ${problemText(t, problem)}`);
  return t("row", { line: row.line, problems: problems.join("; ") });
}

/** What is wrong in one cell; with `inPlainWords` other columns are named as people write them. */
export function problemText(t: Translate, { code, params }: Problem, inPlainWords = false): string {
  const named = Object.entries(params ?? {}).map(([name, value]) =>
    inPlainWords && (name === "than" || name === "other") ? [name, columnName(String(value))] : [name, value],
  );
  return t(`problem.${code}`, Object.fromEntries(named));
}

/** Why a whole file is refused; with `inPlainWords` columns are named as people write them. */
export function fileProblemText(t: Translate, problem: FileProblem, inPlainWords = false): string {
  const columns = problem.columns?.map((one) => (inPlainWords ? columnName(one) : one)) ?? [];
  return t(`file.${problem.code}`, { columns: columns.join(", ") });
}
