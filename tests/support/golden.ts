import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A golden file's rows as cells by column. */
export function goldenRows(name: string): Record<string, string>[] {
  return parse(readFileSync(goldenPath(name)), { columns: true, delimiter: ";", bom: true });
}

/** Where a golden file lies. */
export function goldenPath(name: string): string {
  return new URL(`../golden/${name}`, import.meta.url).pathname;
}

export const goldenPlacements = "platser-norra-orebro-lan.csv";
export const goldenParticipants = "deltagare-2007.csv";
