import type { Municipality } from "#app/domain/geo/locality";
import { db } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

let known: Promise<Municipality[]> | null = null;

/** All 290 municipalities in Swedish alphabetical order. They change with a release, so a process reads them once. */
export function listMunicipalities(): Promise<Municipality[]> {
  known ??= read();
  return known;
}

async function read(): Promise<Municipality[]> {
  try {
    const found = await geo.listMunicipalities(db);
    if (found.length === 0) known = null;
    return found;
  } catch (error) {
    known = null;
    throw error;
  }
}
