import { and, asc, desc, eq, max, or, type SQL, sql } from "drizzle-orm";
import { inAlphabet } from "#app/domain/alphabet";
import type { Locality, Municipality } from "#app/domain/geo/locality";
import type { Executor } from "#db/client.server";
import { localities, municipalities } from "#db/schema/geo.server";

/** One locality by its name, whatever the case. `municipality` is a code or a name. Of several the largest is meant. */
export async function findLocality(db: Executor, name: string, municipality?: string | null) {
  const [found] = await select(
    db,
    and(sql`lower(${localities.name}) = lower(${name})`, inMunicipality(municipality)),
    1,
  );
  return found ?? null;
}

/** The largest locality of a municipality, by the municipality's name or code. */
export async function largestLocality(db: Executor, municipality: string) {
  const [found] = await select(db, inMunicipality(municipality), 1);
  return found ?? null;
}

/** Localities whose name begins with `prefix`, the largest first. */
export function suggestLocalities(db: Executor, prefix: string, limit = 8): Promise<Locality[]> {
  const pattern = `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
  return select(db, sql`lower(${localities.name}) LIKE lower(${pattern})`, limit);
}

/** Every name that a locality has, once, with the population of the largest that has it. */
export function listLocalityNames(db: Executor): Promise<{ name: string; population: number }[]> {
  return db
    .select({ name: localities.name, population: max(localities.population).mapWith(Number) })
    .from(localities)
    .groupBy(localities.name) as Promise<{ name: string; population: number }[]>;
}

/** All municipalities in Swedish alphabetical order. */
export async function listMunicipalities(db: Executor): Promise<Municipality[]> {
  const found = await db.select().from(municipalities);
  return found.sort((a, b) => inAlphabet(a.name, b.name));
}

function inMunicipality(municipality: string | null | undefined): SQL | undefined {
  if (!municipality) return undefined;
  return or(
    eq(municipalities.code, municipality),
    sql`lower(${municipalities.name}) = lower(${municipality})`,
  );
}

async function select(db: Executor, where: SQL | undefined, limit: number): Promise<Locality[]> {
  const rows = await db
    .select({ locality: localities, municipality: municipalities.name })
    .from(localities)
    .innerJoin(municipalities, eq(municipalities.code, localities.municipalityCode))
    .where(where)
    .orderBy(desc(localities.population), asc(localities.id))
    .limit(limit);
  return rows.map(({ locality, municipality }) => ({
    id: locality.id,
    name: locality.name,
    municipalityCode: locality.municipalityCode,
    municipality,
    point: { east: locality.east, north: locality.north },
    coordinates: { lat: locality.lat, lon: locality.lon },
  }));
}
