import type { Coordinates, Point } from "#app/domain/geo/point";

export type Municipality = { code: string; name: string; countyCode: string; county: string };

export type Locality = {
  id: number;
  name: string;
  municipalityCode: string;
  municipality: string;
  point: Point;
  coordinates: Coordinates;
};

/** What a person types for a locality: "Nora", "Nora, Nora kommun" or "Hestra (Gislaved)". */
export function parseLocality(text: string): { name: string; municipality: string | null } {
  const [, name = "", inBrackets, afterComma] =
    /^\s*([^,(]*?)\s*(?:\(([^)]*)\)?|,(.*))?\s*$/.exec(text) ?? [];
  const municipality = (inBrackets ?? afterComma ?? "").trim().replace(/\s+kommun$/i, "");
  return { name, municipality: municipality || null };
}
