import type { ImportKind } from "#app/domain/import/import-kind";
import type { KnownPlaces } from "#app/domain/import/known-places";
import type { Problem } from "#app/domain/import/problem";

/**
 * What is wrong with the places of a row that is refused for something else: told together with it, so that a file is
 * mended in one round. `cells` by column; `found` is what is wrong already.
 */
export function placeProblems(
  kind: ImportKind,
  places: KnownPlaces,
  cells: Record<string, string>,
  found: readonly Problem[],
): Problem[] {
  const isFine = (column: string) => Boolean(cells[column]) && !found.some((one) => one.column === column);
  const { kommun = "", ort = "" } = cells;
  if (kind === "arbetsprofiler") {
    if (!isFine("ort") || places.pointNear(ort, null)) return [];
    return [{ column: "ort", code: "unknown_place", params: { value: ort } }];
  }
  if (!isFine("kommun")) return [];
  const municipalityCode = places.municipalityCode(kommun);
  if (!municipalityCode)
    return [{ column: "kommun", code: "unknown_municipality", params: { value: kommun } }];
  const isSought = kind === "platser" && isFine("ort") && !cells.lat && !cells.lon;
  if (!isSought || places.pointIn(ort, municipalityCode)) return [];
  return [{ column: "ort", code: "unknown_locality", params: { value: ort, municipality: kommun } }];
}
