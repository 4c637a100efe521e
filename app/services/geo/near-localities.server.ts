import { parseLocality } from "#app/domain/geo/locality";
import { type KnownName, nearNames } from "#app/domain/geo/near-names";
import { db } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

let known: Promise<KnownName[]> | null = null;

/** Up to three names of localities that a misspelt one may mean. They change with a release: a process reads them once. */
export async function nearLocalities(text: string): Promise<string[]> {
  const { name } = parseLocality(text.slice(0, 80));
  known ??= read();
  return nearNames(name, await known).map((near) => near.name);
}

async function read(): Promise<KnownName[]> {
  try {
    const found = await geo.listLocalityNames(db);
    if (found.length === 0) known = null;
    return found;
  } catch (error) {
    known = null;
    throw error;
  }
}
