import { csvFile } from "#app/http/csv-file.server";
import { page, unwrap } from "#app/http/handler.server";
import { translator } from "#app/i18n/instance.server";
import { languageOf } from "#app/i18n/language";
import { problemText } from "#app/i18n/rejected-row";
import { readImportRun } from "#app/services/import/read-import-run.server";

/** GET /samordnare/importera/:id/fel.csv: everything that is wrong, one line a cell. */
export const loader = page(["coordinator", "admin"], async ({ actor, params, request }) => {
  const { run } = unwrap(await readImportRun(actor, params.id ?? ""));
  const t = translator(languageOf(request), "import");
  const lines = run.errors.flatMap(({ line, problems }) =>
    problems.map((problem) => [line, problem.column, problemText(t, problem)]),
  );
  return csvFile("fel.csv", [[t("list.line"), t("list.column"), t("list.what")], ...lines]);
});
