import { open } from "node:fs/promises";
import type { FileProblem } from "#app/domain/import/header";
import { readHeader } from "#app/domain/import/header";
import type { ImportKind } from "#app/domain/import/import-kind";
import type { Problem } from "#app/domain/import/problem";
import { type RowOf, readRow } from "#app/domain/import/row-format";
import { csvRows } from "#app/services/import/csv-rows.server";
import type { RawRow } from "#app/services/import/raw-row";
import { xlsxRows } from "#app/services/import/xlsx-rows.server";

const mostRows = 500_000;

/** The file as a whole cannot be taken in. Nothing after the point where it was found out is read. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

export type ReadRow<K extends ImportKind> =
  | { line: number; ok: true; row: RowOf[K] }
  | { line: number; ok: false; problems: Problem[]; cells: Record<string, string> };

/**
 * Reads a CSV or XLSX file row by row; which of the two is seen from its bytes, not from its name.
 * @throws UnreadableFile when there is no such file, it is of another sort, or its header row is not this kind's
 */
export async function* readRows<K extends ImportKind>(kind: K, path: string): AsyncGenerator<ReadRow<K>> {
  let columns: string[] | null = null;
  let count = 0;
  for await (const raw of await rawRows(path)) {
    if (!columns) {
      columns = headerOf(kind, raw);
      continue;
    }
    if (++count > mostRows) throw new UnreadableFile({ code: "too_many_rows" });
    yield readOne(kind, columns, raw);
  }
  if (!columns) throw new UnreadableFile({ code: "empty" });
}

function headerOf(kind: ImportKind, raw: RawRow): string[] {
  const header = readHeader(kind, "cells" in raw ? raw.cells : []);
  if ("code" in header) throw new UnreadableFile(header);
  return header.columns;
}

function readOne<K extends ImportKind>(kind: K, columns: string[], raw: RawRow): ReadRow<K> {
  const { line } = raw;
  if ("broken" in raw)
    return { line, ok: false, problems: [{ column: columns[0]!, code: raw.broken }], cells: {} };
  const beyond = raw.cells.slice(columns.length).filter((text) => text.trim() !== "");
  if (beyond.length > 0) {
    const problem: Problem = {
      column: columns.at(-1)!,
      code: "too_many_cells",
      params: { expected: columns.length },
    };
    return { line, ok: false, problems: [problem], cells: {} };
  }
  const cells = Object.fromEntries(columns.map((name, index) => [name, plain(raw.cells[index] ?? "")]));
  const read = readRow(kind, cells);
  return read.ok ? { line, ...read } : { line, ...read, cells };
}

/** The cell's text, without the mark that our own exports put before what a spreadsheet would take for a formula. */
function plain(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@])/, "");
}

/** Chooses the reader by the first bytes: a zip is XLSX, all else that may be read is text. */
async function rawRows(path: string): Promise<AsyncIterable<RawRow>> {
  const bytes = await firstBytes(path);
  const problem = sortProblem(bytes);
  if (problem) throw new UnreadableFile(problem);
  return isZip(bytes) ? wholeWorkbook(path) : csvRows(path);
}

/** Why a file is of no sort that can be read, seen from its first bytes; null when it may be a sheet. */
export async function fileSortProblem(path: string): Promise<FileProblem | null> {
  try {
    return sortProblem(await firstBytes(path));
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem;
    throw error;
  }
}

/** An OLE file is the old Excel; neither zip nor text is no sheet. */
function sortProblem(bytes: Buffer): FileProblem | null {
  if (bytes.length === 0) return { code: "empty" };
  if (bytes.toString("hex", 0, 4) === "d0cf11e0") return { code: "old_excel" };
  return isZip(bytes) || isText(bytes) ? null : { code: "not_a_sheet" };
}

function isZip(bytes: Buffer): boolean {
  return bytes.toString("hex", 0, 4) === "504b0304";
}

/** A picture, a PDF or a program says so at its beginning; text has no zero bytes unless it is UTF-16. */
function isText(bytes: Buffer): boolean {
  const isUtf16 = /^(fffe|feff)/.test(bytes.toString("hex", 0, 2));
  return (
    isUtf16 ||
    !(bytes.includes(0) || /^(%PDF|\x89PNG|GIF8|\xff\xd8\xff)/.test(bytes.toString("latin1", 0, 8)))
  );
}

async function* wholeWorkbook(path: string): AsyncGenerator<RawRow> {
  try {
    yield* xlsxRows(path);
  } catch {
    throw new UnreadableFile({ code: "broken_excel" });
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new UnreadableFile({ code: missing ? "not_found" : "not_readable" });
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new UnreadableFile({ code: "not_readable" });
  } finally {
    await file.close();
  }
}
