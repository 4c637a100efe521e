import type { Point } from "#app/domain/geo/point";

/** Municipalities and localities at hand, for turning a file's words into codes and points. */
export type KnownPlaces = {
  /** Code by lower-case name, with or without "kommun". */
  municipalityCode: (name: string) => string | null;
  /** The point of a locality in a municipality; of two with one name the larger one's. */
  pointIn: (locality: string, municipalityCode: string) => Point | null;
  /** The point of a locality anywhere, preferring one municipality, else the largest of the name. */
  pointNear: (locality: string, municipalityCode: string | null) => Point | null;
};

/** `localities` in order of size, the largest first. */
export function knownPlaces(
  municipalities: { code: string; name: string }[],
  localities: { name: string; municipalityCode: string; east: number; north: number }[],
): KnownPlaces {
  const codes = new Map(municipalities.map(({ name, code }) => [fold(name), code]));
  const within = new Map<string, Point>();
  const anywhere = new Map<string, Point>();
  for (const { name, municipalityCode, east, north } of localities) {
    const point = { east, north };
    const key = `${municipalityCode}/${fold(name)}`;
    if (!within.has(key)) within.set(key, point);
    if (!anywhere.has(fold(name))) anywhere.set(fold(name), point);
  }
  const pointIn = (locality: string, code: string) => within.get(`${code}/${fold(locality)}`) ?? null;
  return {
    municipalityCode: (name) =>
      codes.get(fold(name)) ?? codes.get(fold(name).replace(/s? kommun$/, "")) ?? null,
    pointIn,
    pointNear: (locality, code) =>
      (code && pointIn(locality, code)) || (anywhere.get(fold(locality)) ?? null),
  };
}

function fold(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("sv");
}
