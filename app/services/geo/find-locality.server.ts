import { type Locality, parseLocality } from "#app/domain/geo/locality";
import { db } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

/** The locality that a person means: its name, "name, municipality", or a municipality (then its largest locality). */
export async function findLocality(text: string): Promise<Locality | null> {
  const { name, municipality } = parseLocality(text);
  if (!name) return null;
  return (
    (await geo.findLocality(db, name, municipality)) ??
    (municipality ? null : await geo.largestLocality(db, name.replace(/\s+kommun$/i, "")))
  );
}
