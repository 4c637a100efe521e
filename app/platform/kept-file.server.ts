import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes what would have been sent as a file for this process's user alone: complete or none, since it is written beside
 * and then renamed. One for each id: a second attempt takes the place of the first, under the moment of the first.
 */
export async function keepFile(
  folder: string,
  of: { id: string; moment: Date; ending: "eml" | "json" },
  content: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = (await readdir(folder)).find((name) => name.endsWith(`${of.id}.${of.ending}`));
  const name = before ?? `${of.moment.toISOString().replaceAll(":", "-")}-${of.id}.${of.ending}`;
  const beside = join(folder, `${name}.part`);
  await writeFile(beside, content, { mode: 0o600 });
  await rename(beside, join(folder, name));
}
