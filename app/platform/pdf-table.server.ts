import { margin, type Pen } from "#app/platform/pdf-pen.server";
import { written } from "#app/platform/pdf-text.server";

/** A table: its name, its head (facts have none), its rows, and the share of the width of each column. */
export type Table = {
  label: string;
  head: readonly string[] | null;
  rows: readonly (readonly string[])[];
  shares: readonly number[];
};

/** Draws a table into the structure. Rows are never cut in two while they fit on a page; the head is told again on a new one. */
export function drawTable(pen: Pen, root: PDFKit.PDFStructureElement, table: Table): void {
  const { doc } = pen;
  const { label, head, rows, shares } = table;
  const widths = shares.map((share) => share * pen.width);
  const element = doc.struct("Table", { title: label });
  root.add(element);
  if (head) drawRow(pen, element, head, widths, "head");
  for (const row of rows) {
    if (doc.y + heightOf(pen, row, widths) > pen.bottom) {
      doc.addPage();
      if (head) pen.artifact(() => repeatHead(pen, head, widths));
    }
    drawRow(pen, element, row, widths, "body");
  }
  element.end();
  doc.x = margin.left;
  doc.y += 8;
}

function drawRow(
  pen: Pen,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  widths: readonly number[],
  kind: "head" | "body",
): void {
  const { doc } = pen;
  const row = doc.struct("TR");
  table.add(row);
  const top = doc.y;
  const height = heightOf(pen, cells, widths);
  let x = margin.left;
  for (const [index, cell] of cells.entries()) {
    const isHeader = kind === "head" || index === 0;
    const at = x;
    const options = isHeader ? { scope: kind === "head" ? "Column" : "Row" } : {};
    const element = doc.struct(isHeader ? "TH" : "TD", options as PDFKit.Mixins.StructureElementOptions, [
      () => drawCell(pen, cell, at, top, widths[index]!, isHeader ? "bold" : "regular"),
    ]);
    row.add(element);
    element.end();
    x += widths[index]!;
  }
  row.end();
  pen.artifact(() => pen.rule(top + height));
  doc.y = top + height;
}

function repeatHead(pen: Pen, cells: readonly string[], widths: readonly number[]): void {
  const top = pen.doc.y;
  let x = margin.left;
  for (const [index, cell] of cells.entries()) {
    drawCell(pen, cell, x, top, widths[index]!, "bold");
    x += widths[index]!;
  }
  pen.doc.y = top + heightOf(pen, cells, widths);
  pen.rule(pen.doc.y);
}

function drawCell(pen: Pen, text: string, x: number, top: number, width: number, font: string): void {
  pen.doc.font(font).fontSize(9.5);
  pen.doc.text(written(text) || "–", x, top + 5, { width: width - 10, lineGap: 2 });
  pen.plain();
}

function heightOf(pen: Pen, cells: readonly string[], widths: readonly number[]): number {
  // Measured in the bolder of the two: nothing ever stands in the line below.
  pen.doc.font("bold").fontSize(9.5);
  const tallest = Math.max(
    ...cells.map((cell, index) =>
      pen.doc.heightOfString(written(cell) || "–", { width: widths[index]! - 10, lineGap: 2 }),
    ),
  );
  pen.plain();
  return tallest + 8;
}
