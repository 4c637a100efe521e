import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Coordinates } from "#app/domain/geo/point";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";

/** A place that an address may mean. */
export type FoundAddress = Coordinates & { label: string };

const folder = join(env.DATA_DIR, "geocoder");
const freshMilliseconds = 30 * 24 * 3600 * 1000;
const patienceMilliseconds = 3000;
const mostAnswers = 5;
const largestAnswer = 200_000;

/**
 * Asks the Nominatim-compatible service of GEOCODER_URL, from the server: it never sees who asks, and the same question
 * only once a month. Null when there is no service or it does not answer; the caller then has the gazetteer.
 */
export async function searchAddresses(address: string): Promise<FoundAddress[] | null> {
  if (!env.GEOCODER_URL) return null;
  const file = join(folder, `${createHash("sha256").update(address.toLowerCase()).digest("hex")}.json`);
  const kept = await readKept(file);
  if (kept) return kept;
  try {
    const found = await ask(env.GEOCODER_URL, address);
    await keep(file, found);
    return found;
  } catch (error) {
    log.warn({ err: error instanceof Error ? error.message : "unknown" }, "geocoder");
    return null;
  }
}

async function ask(service: string, address: string): Promise<FoundAddress[]> {
  const url = new URL(service);
  const query = { q: address, format: "jsonv2", countrycodes: "se", limit: String(mostAnswers) };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(patienceMilliseconds),
    headers: { "User-Agent": "Praktikkartan", "Accept-Language": "sv" },
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const text = await answer.text();
  if (text.length > largestAnswer) throw new Error("too large");
  return readPlaces(JSON.parse(text));
}

/** What the service says is not believed before it has the shape and the country of an address here. */
function readPlaces(answer: unknown): FoundAddress[] {
  if (!Array.isArray(answer)) throw new Error("not a list");
  return answer.slice(0, mostAnswers).flatMap((one: Record<string, unknown>) => {
    const [lat, lon] = [Number(one?.lat), Number(one?.lon)];
    const label = String(one?.display_name ?? "").slice(0, 200);
    const inSweden = lat > 55 && lat < 69.5 && lon > 10 && lon < 25;
    return inSweden && label ? [{ lat, lon, label }] : [];
  });
}

async function readKept(file: string): Promise<FoundAddress[] | null> {
  try {
    const { mtimeMs } = await stat(file);
    return Date.now() - mtimeMs < freshMilliseconds ? JSON.parse(await readFile(file, "utf8")) : null;
  } catch {
    return null;
  }
}

async function keep(file: string, found: FoundAddress[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(found));
  await rename(`${file}.new`, file);
}
