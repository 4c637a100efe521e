import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { ImportKind } from "#app/domain/import/import-kind";
import { readRows, UnreadableFile } from "#app/services/import/read-rows.server";
import { goldenParticipants, goldenPath, goldenPlacements } from "#tests/support/golden";

const folder = mkdtempSync(join(tmpdir(), "praktikkartan-import-"));
const golden = readFileSync(goldenPath(goldenParticipants), "utf8");
const header = golden.split("\n")[0]!.trim();
const placements = readFileSync(goldenPath(goldenPlacements), "utf8");

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

async function read(kind: ImportKind, content: string | Buffer, name = "fil.csv") {
  const path = join(folder, name);
  writeFileSync(path, content);
  return all(readRows(kind, path));
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof UnreadableFile ? error.problem : error),
  );

describe("text files", () => {
  test("byte order mark, CRLF, tabs and Windows-1252 make no difference", async () => {
    const plain = await read("deltagare", golden);
    const unix = golden.replace(/\r/g, "");
    expect(await read("deltagare", `\uFEFF${unix.replace(/\n/g, "\r\n")}`)).toEqual(plain);
    expect(await read("deltagare", unix.replaceAll(";", "\t"))).toEqual(plain);
    expect(await read("deltagare", Buffer.from(unix, "latin1"))).toEqual(plain);
    expect(await read("deltagare", Buffer.from(`\uFEFF${unix}`, "utf16le"))).toEqual(plain);
    expect(plain).toHaveLength(16);
  });

  test("a row's number is its line in the file, also after empty lines and line breaks in quotes", async () => {
    const [head, first, second, third] = placements.split(/\r?\n/) as [string, string, string, string];
    const told = first.replace("packning;;", 'packning;"Rad ett\nrad två; med semikolon";');
    const rows = await read(
      "platser",
      [head, told, "", second, third.replace("559666-4853", "559666-4850")].join("\n"),
    );
    expect(rows.map(({ line, ok }) => [line, ok])).toEqual([
      [2, true],
      [5, true],
      [6, false],
    ]);
    expect(rows[0]).toMatchObject({ row: { description: "Rad ett\nrad två; med semikolon" } });
  });

  test("columns may stand in any order, and those that may be left out may be there", async () => {
    const row = `kvinna;L-1${";".repeat(17)}`;
    const [reference, sex, ...rest] = header.split(";") as [string, string, ...string[]];
    const [found] = await read("deltagare", [[sex, reference, ...rest].join(";"), row].join("\n"));
    expect(found).toMatchObject({ ok: true, row: { reference: "L-1", sex: "kvinna" } });
  });

  test("a row with more cells than columns is refused, one with fewer has empty ones", async () => {
    const rows = await read("deltagare", [header, `L-1${";".repeat(19)}x`, "L-2;man"].join("\n"));
    expect(rows[0]).toMatchObject({ line: 2, problems: [{ code: "too_many_cells" }] });
    expect(rows[1]).toMatchObject({ line: 3, ok: true, row: { reference: "L-2" } });
  });

  test("a quotation mark inside a word is only a quotation mark; one that never ends is told at its line", async () => {
    const rows = await read(
      "deltagare",
      [header, 'L-1;man;;;Byn "Lund"', "L-2", '"L-3;man', "L-4;man"].join("\n"),
    );
    expect(rows[0]).toMatchObject({ ok: false, line: 2, problems: [{ column: "kommun", code: "needs" }] });
    expect(rows[1]).toMatchObject({ ok: true });
    expect(rows.at(-1)).toMatchObject({ line: 4, ok: false, problems: [{ code: "broken_quotes" }] });
    expect(rows).toHaveLength(3);
  });
});

describe("files that are refused as a whole", () => {
  test.each([
    ["", { code: "empty" }],
    ["\n\n", { code: "empty" }],
    [header.replace("kommun;", ""), { code: "missing_columns", columns: ["kommun"] }],
    [`${header};skostorlek`, { code: "unknown_columns", columns: ["skostorlek"] }],
    [`${header};kon`, { code: "repeated_columns", columns: ["kon"] }],
    [Buffer.from("d0cf11e0a1b11ae1", "hex"), { code: "old_excel" }],
    [Buffer.from("504b030400000000", "hex"), { code: "broken_excel" }],
    [Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), { code: "not_a_sheet" }],
    [Buffer.from("%PDF-1.7\n1 0 obj"), { code: "not_a_sheet" }],
  ])("%j: %j", async (content, problem) => {
    expect(await refusal(read("deltagare", content))).toEqual(problem);
  });

  test("one that is not there, and a folder", async () => {
    expect(await refusal(all(readRows("deltagare", join(folder, "borta.csv"))))).toEqual({
      code: "not_found",
    });
    expect(await refusal(all(readRows("deltagare", folder)))).toEqual({ code: "not_readable" });
  });
});

describe("Excel", () => {
  const columns = header.split(";");
  async function workbook(fill: (sheet: ExcelJS.Worksheet) => void) {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet("Deltagare"));
    book.addWorksheet("Annat").addRow(["inget", "som", "rör", "oss"]);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  test("the same rows as the text file, whatever kind of cell they stand in", async () => {
    const lines = golden
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(";"));
    const content = await workbook((sheet) => {
      sheet.addRow(lines[0]);
      for (const cells of lines.slice(1)) {
        const row: ExcelJS.CellValue[] = cells.map((text, index) => {
          if (columns[index] === "fodelsear") return Number(text);
          if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`);
          if (columns[index] === "referens") return { formula: `"${text}"`, result: text };
          if (columns[index] === "ort") return { text, hyperlink: "https://example.org" };
          return text === "" ? null : text;
        });
        sheet.addRow(row);
      }
    });
    expect(await read("deltagare", content, "fil.xlsx")).toEqual(await read("deltagare", golden));
  });

  test("empty rows keep the numbers that Excel shows, and a name without .xlsx changes nothing", async () => {
    const content = await workbook((sheet) => {
      sheet.addRow(columns);
      sheet.getRow(5).values = ["L-1", "man"];
      sheet.getRow(9).values = ["L-2", "annan"];
    });
    const rows = await read("deltagare", content, "fil.csv");
    expect(rows.map(({ line, ok }) => [line, ok])).toEqual([
      [5, true],
      [9, false],
    ]);
  });
});
