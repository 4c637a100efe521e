import { createHash } from "node:crypto";
import { createReadStream, mkdirSync } from "node:fs";
import { copyFile, open, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "#app/platform/env.server";

/** Where evidence lies: outside of everything that is served, for nobody but this process's user. */
function evidencePath(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("not the id of evidence");
  const folder = resolve(env.DATA_DIR, "evidence");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, id);
}

/** The first bytes of a file, its size, and its SHA-256 in hex. */
export async function lookAtFile(
  path: string,
  headBytes: number,
): Promise<{ head: Buffer; bytes: number; sha256: string }> {
  const { size } = await stat(path);
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(Math.min(headBytes, size));
    await file.read(head, 0, head.length, 0);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { head, bytes: size, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

/** Puts an uploaded file among the evidence: whole or not at all. */
export async function keepEvidence(uploaded: string, id: string): Promise<void> {
  await copyFile(uploaded, `${evidencePath(id)}.part`);
  await rename(`${evidencePath(id)}.part`, evidencePath(id));
  await rm(uploaded, { force: true });
}

/** The bytes of a piece of evidence, as a stream. */
export function readEvidence(id: string) {
  return createReadStream(evidencePath(id));
}
