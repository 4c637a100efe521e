import { type Locality, parseLocality } from "#app/domain/geo/locality";
import { db, type Executor } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

/**
 * The locality that a person means: its name, "name, municipality", or a municipality (then its largest locality).
 * Inside a transaction give it, or ask before: who holds one connection and waits for another stops everybody.
 */
export async function findLocality(text: string, executor: Executor = db): Promise<Locality | null> {
  const { name, municipality } = parseLocality(text);
  if (!name) return null;
  return (
    (await geo.findLocality(executor, name, municipality)) ??
    (municipality ? null : await geo.largestLocality(executor, name.replace(/\s+kommun$/i, "")))
  );
}
