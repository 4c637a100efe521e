import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FoundAddress } from "#app/domain/geo/found-address";
import { done, type Failure, fail, type Success } from "#app/domain/outcome";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";

const folder = join(env.DATA_DIR, "geocoder");
const freshMilliseconds = 30 * 24 * 3600 * 1000;
const patienceMilliseconds = 3000;
const mostAnswers = 5;
const largestAnswer = 200_000;

/**
 * Asks the Nominatim-compatible service of GEOCODER_URL, from the server: it never sees who asks, and the same question
 * only once a month. Failures: `no_service`, `unavailable` (slow, broken, or nonsense); the caller then has the gazetteer.
 */
export async function searchAddresses(
  address: string,
): Promise<Success<{ found: FoundAddress[] }> | Failure<"no_service" | "unavailable">> {
  if (!env.GEOCODER_URL) return fail("no_service");
  const file = join(folder, `${createHash("sha256").update(address.toLowerCase()).digest("hex")}.json`);
  const kept = await readKept(file);
  if (kept) return done({ found: kept });
  try {
    const found = await ask(env.GEOCODER_URL, address);
    // A street that is not known today may be tomorrow. An answer that cannot be kept is an answer all the same.
    if (found.length > 0) await keep(file, found).catch(complain);
    return done({ found });
  } catch (error) {
    complain(error);
    return fail("unavailable");
  }
}

function complain(error: unknown): void {
  log.warn({ err: error instanceof Error ? error.message : "unknown" }, "geocoder");
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
  return readPlaces(JSON.parse(await readText(answer)));
}

/** The answer's text, read no further than an answer is long. */
async function readText(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  const reader = answer.body?.getReader();
  let text = "";
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > largestAnswer) {
      await reader?.cancel();
      throw new Error("too large");
    }
  }
  return text + decoder.decode();
}

/** What the service says is not believed before it has the shape and the country of an address here. */
function readPlaces(answer: unknown): FoundAddress[] {
  if (!Array.isArray(answer)) throw new Error("not a list");
  const places = answer.slice(0, mostAnswers).map((one: Record<string, unknown> | null) => {
    const label = typeof one?.display_name === "string" ? one.display_name.slice(0, 200) : "";
    return { lat: Number(one?.lat ?? Number.NaN), lon: Number(one?.lon ?? Number.NaN), label };
  });
  const sound = places.filter(({ lat, lon, label }) => Number.isFinite(lat + lon) && label !== "");
  if (sound.length === 0 && places.length > 0) throw new Error("no place in the answer");
  return sound.filter(({ lat, lon }) => lat > 55 && lat < 69.5 && lon > 10 && lon < 25);
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
  const written = `${file}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(found));
  await rename(written, file);
}
