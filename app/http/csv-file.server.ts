import { stringify } from "csv-stringify/sync";

/**
 * A CSV file to download, written as the files that come in: UTF-8 without a mark, `;`, CRLF (domain.md "Files for import
 * and export"); and no cell that a spreadsheet would take for a formula.
 */
export function csvFile(name: string, rows: readonly (readonly (string | number | null)[])[]): Response {
  const text = stringify(rows as (string | number | null)[][], {
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
