import { isImportKind } from "#app/domain/import/import-kind";
import { templateRows } from "#app/domain/import/template";
import { csvFile } from "#app/http/csv-file.server";
import { notFound, page } from "#app/http/handler.server";

/** GET /samordnare/importera/mall/platser.csv: the columns and one example row. */
export const loader = page(["coordinator", "admin"], async ({ url }) => {
  const kind =
    url.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.csv$/, "") ?? "";
  if (!isImportKind(kind)) throw notFound();
  return csvFile(`mall-${kind}.csv`, templateRows(kind));
});
