import type { Locality } from "#app/domain/geo/locality";
import { db } from "#db/client.server";
import * as geo from "#db/queries/geo.server";

/** Up to `limit` localities whose name begins with the text, the largest first. Nothing for an empty text. */
export async function suggestLocalities(text: string, limit = 8): Promise<Locality[]> {
  const prefix = text.trim().slice(0, 60);
  return prefix ? geo.suggestLocalities(db, prefix, limit) : [];
}
