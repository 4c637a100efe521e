import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";

export type Tile = { body: Uint8Array; type: string };

const folder = join(env.DATA_DIR, "tiles");
const freshMilliseconds = 30 * 24 * 3600 * 1000;
const largestTile = 1_000_000;
const largestCache = 500_000_000;
const patienceMilliseconds = 8000;

/** Whether TILE_URL names a tile server: an address with {z}, {x} and {y}. */
export function tilesConfigured(): boolean {
  return env.TILE_URL !== undefined && ["{z}", "{x}", "{y}"].every((part) => env.TILE_URL?.includes(part));
}

/** What the tile server wants said about its map, or null. */
export const tileAttribution = env.TILE_ATTRIBUTION ?? null;

const underWay = new Map<string, Promise<Tile | null>>();

/** A tile from DATA_DIR/tiles, else from the tile server; null when that gives no picture. Numbers are trusted. */
export function fetchTile(z: number, x: number, y: number): Promise<Tile | null> {
  const name = `${z}-${x}-${y}`;
  const started = underWay.get(name);
  if (started) return started;
  const work = find(name, z, x, y).finally(() => underWay.delete(name));
  underWay.set(name, work);
  return work;
}

async function find(name: string, z: number, x: number, y: number): Promise<Tile | null> {
  const file = join(folder, name);
  const kept = await readKept(file);
  if (kept?.fresh) return kept.tile;
  try {
    const tile = await download(z, x, y);
    await keep(file, tile.body);
    return tile;
  } catch (error) {
    log.warn({ tile: name, err: error instanceof Error ? error.message : "unknown" }, "tile server");
    return kept?.tile ?? null;
  }
}

async function readKept(file: string): Promise<{ tile: Tile; fresh: boolean } | null> {
  try {
    const [body, { mtimeMs }] = await Promise.all([readFile(file), stat(file)]);
    const type = pictureType(body);
    return type ? { tile: { body, type }, fresh: Date.now() - mtimeMs < freshMilliseconds } : null;
  } catch {
    return null;
  }
}

async function download(z: number, x: number, y: number): Promise<Tile> {
  const address = (env.TILE_URL ?? "").replace("{z}", `${z}`).replace("{x}", `${x}`).replace("{y}", `${y}`);
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(patienceMilliseconds),
    headers: { "User-Agent": "Praktikkartan" },
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  if (Number(answer.headers.get("content-length") ?? 0) > largestTile) throw new Error("too large");
  const body = new Uint8Array(await answer.arrayBuffer());
  const type = pictureType(body);
  if (!type || body.length > largestTile) throw new Error("not a picture");
  return { body, type };
}

/** The first bytes decide, not what the tile server says: nothing but a picture is passed on. */
function pictureType(body: Uint8Array): string | null {
  if (body[0] === 0x89 && body[1] === 0x50) return "image/png";
  if (body[0] === 0xff && body[1] === 0xd8) return "image/jpeg";
  if (Buffer.from(body.subarray(8, 12)).toString("latin1") === "WEBP") return "image/webp";
  return null;
}

let keptBytes: number | null = null;

async function keep(file: string, body: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  keptBytes = (keptBytes ?? (await measure())) + body.length;
  if (keptBytes > largestCache) keptBytes = await makeRoom();
  await writeFile(`${file}.new`, body);
  await rename(`${file}.new`, file);
}

async function listKept(): Promise<{ file: string; size: number; mtimeMs: number }[]> {
  const names = await readdir(folder);
  const found = names.map(async (name) => {
    const file = join(folder, name);
    const { size, mtimeMs } = await stat(file);
    return { file, size, mtimeMs };
  });
  return (await Promise.allSettled(found)).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

async function measure(): Promise<number> {
  return (await listKept()).reduce((sum, { size }) => sum + size, 0);
}

/** Removes the oldest tiles until a quarter of the room is free. */
async function makeRoom(): Promise<number> {
  const kept = (await listKept()).sort((a, b) => a.mtimeMs - b.mtimeMs);
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of kept) {
    if (bytes <= largestCache * 0.75) break;
    await unlink(file).catch(() => {});
    bytes -= size;
  }
  return bytes;
}
