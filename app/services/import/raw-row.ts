/** One row as the file has it: where it begins (the header is line 1) and its cells, or why it cannot be read. */
export type RawRow = { line: number; cells: string[] } | { line: number; broken: "broken_quotes" };
