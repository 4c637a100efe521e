import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { parse } from "csv-parse";
import type { RawRow } from "#app/services/import/raw-row";

/**
 * The rows of a text file, one at a time: `;` (or the tab or comma of the header row), quotes, BOM, LF and CRLF. UTF-8,
 * or Windows-1252 when the bytes are no UTF-8, or what a UTF-16 mark says.
 * A row's line is where it begins in the file, so a quoted line break moves the ones after it.
 */
export async function* csvRows(path: string): AsyncGenerator<RawRow> {
  const encoding = await findEncoding(path);
  const delimiter = await findDelimiter(path, encoding);
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  // With pipeline a reader's error reaches the parser, and a parser left early closes the file.
  pipeline(createReadStream(path), decoder(encoding), parser, () => {});
  let line = 1;
  let began = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      began = line;
      line = info.lines + 1;
      if (record.some((cell) => cell.trim() !== "")) yield { line: began, cells: record };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    yield { line, broken: "broken_quotes" };
  }
}

type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Reads through the file once: a byte sequence that is no UTF-8 means an older Excel's Windows-1252. */
async function findEncoding(path: string): Promise<Encoding> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return "utf-16le";
      if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return "utf-16be";
      first = false;
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

/** The delimiter that the header row has most of. */
async function findDelimiter(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, 0);
    const header = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead)).split(/\r?\n/)[0] ?? "";
    const count = (delimiter: string) => header.split(delimiter).length;
    return [";", "\t", ","].reduce((best, next) => (count(next) > count(best) ? next : best));
  } finally {
    await file.close();
  }
}

function decoder(encoding: Encoding) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decode = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decode.decode(chunk, { stream: true });
    yield decode.decode();
  };
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
}
