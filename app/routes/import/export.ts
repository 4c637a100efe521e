import { isImportKind } from "#app/domain/import/import-kind";
import { csvFile } from "#app/http/csv-file.server";
import { notFound, page, unwrap } from "#app/http/handler.server";
import { exportRows } from "#app/services/import/export-rows.server";

/** GET /samordnare/exportera/platser.csv: the association's rows in the columns of import. */
export const loader = page(["coordinator", "admin"], async ({ actor, url }) => {
  const kind =
    url.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.csv$/, "") ?? "";
  if (!isImportKind(kind)) throw notFound();
  const { rows } = unwrap(await exportRows(actor, kind));
  return csvFile(`${kind}.csv`, rows);
});
