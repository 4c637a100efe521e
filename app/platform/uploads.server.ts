import { mkdirSync } from "node:fs";
import { access, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "#app/platform/env.server";

/** An upload that nobody imported within a day is removed: it may hold personal data. */
const keptHours = 24;

/** The folder of uploaded files, for nobody but this process's user. Files there have names of our own making. */
export function uploadsFolder(): string {
  const folder = resolve(env.DATA_DIR, "uploads");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Where an upload lies. */
export function uploadPath(name: string): string {
  if (!/^[\w-]+$/.test(name)) throw new Error("not the name of an upload");
  return join(uploadsFolder(), name);
}

export function isUploadThere(name: string): Promise<boolean> {
  return access(uploadPath(name)).then(
    () => true,
    () => false,
  );
}

export async function removeUpload(name: string): Promise<void> {
  await rm(uploadPath(name), { force: true });
}

/** Removes what was left lying. */
export async function sweepUploads(now: Date): Promise<void> {
  for (const name of await readdir(uploadsFolder())) {
    const path = join(uploadsFolder(), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => now.getTime() - mtimeMs,
      () => 0,
    );
    if (age > keptHours * 3_600_000) await rm(path, { force: true });
  }
}
