import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportKind } from "#app/domain/import/import-kind";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { importFile } from "#app/services/import/import-file.server";
import { seedActor } from "#db/seed/associations";

/** The day on which the seed files' dates were true. */
const writtenOn = "2026-11-22";

/** Imports the demo world's files as a coordinator would, with their dates moved so that they stay as fresh as they were. */
export async function importSeedFiles(associations: number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "praktikkartan-demo-"));
  try {
    await importSeed(folder, associations[0]!, "platser", "placements.csv");
    for (const [index, id] of associations.entries()) {
      await importSeed(folder, id, "deltagare", `participants-${index + 1}.csv`);
      await importSeed(folder, id, "arbetsprofiler", `work-profiles-${index + 1}.csv`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importSeed(
  folder: string,
  associationId: number,
  kind: ImportKind,
  name: string,
): Promise<void> {
  const text = await readFile(new URL(name, import.meta.url), "utf8");
  const path = join(folder, name);
  await writeFile(path, moveDates(text, daysBetween(writtenOn, today())));
  const result = await importFile(seedActor(associationId), {
    kind,
    path,
    dryRun: false,
    onRejected: (row) => {
      throw new Error(`${name}: ${JSON.stringify(row)}`);
    },
  });
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
}

/** Every ISO date of a text, so many days later. */
export function moveDates(text: string, days: number): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => dayAfter(date, days));
}
