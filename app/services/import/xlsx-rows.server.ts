import type ExcelJS from "exceljs";
import type { RawRow } from "#app/services/import/raw-row";

/** The rows of a workbook's first sheet, one at a time. A row's line is Excel's own row number. */
export async function* xlsxRows(path: string): AsyncGenerator<RawRow> {
  // Comes when a workbook does: it takes memory that a server without imports does not need.
  const { default: Excel } = await import("exceljs");
  const workbook = new Excel.stream.xlsx.WorkbookReader(path, {
    worksheets: "emit",
    sharedStrings: "cache",
    hyperlinks: "ignore",
    // Without styles a date is only a number.
    styles: "cache",
    entries: "ignore",
  });
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const values = row.values as ExcelJS.CellValue[];
      const cells = Array.from({ length: Math.max(values.length - 1, 0) }, (_, index) =>
        textOf(values[index + 1]),
      );
      if (cells.some((cell) => cell.trim() !== "")) yield { line: row.number, cells };
    }
    return;
  }
}

/** What a person reads in the cell: a formula's result, a link's text, a date as YYYY-MM-DD. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (typeof value === "string") return value;
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("text" in value) return textOf(value.text as ExcelJS.CellValue);
  if ("error" in value) return String(value.error);
  return "result" in value ? textOf(value.result as ExcelJS.CellValue) : "";
}
