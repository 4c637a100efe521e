import type { Locality } from "#app/domain/geo/locality";
import type { Coordinates, Point } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import type { Search } from "#app/domain/placements/search";
import type { SearchError } from "#app/domain/placements/search-choices";
import { visibleTo } from "#app/domain/placements/visibility";
import { toSweref } from "#app/platform/projection.server";
import { findLocality } from "#app/services/geo/find-locality.server";
import { listMunicipalities } from "#app/services/geo/list-municipalities.server";
import type { Filter } from "#db/queries/placement-filter.server";

/** From where distances are counted. `name` is null for a bare point. */
export type Start = { name: string | null; coordinates: Coordinates; point: Point };
export type Resolved = { filter: Filter; start: Start | null };

// Reference data change with a release: a process may remember what it found. Typed text is not kept without a limit.
const remembered = new Map<string, Locality>();
const mostRemembered = 2000;

/** Turns names into places: the locality to start from and the municipality. */
export async function resolveSearch(
  actor: Actor,
  search: Omit<Search, "sort" | "page" | "perPage">,
): Promise<({ ok: true } & Resolved) | { ok: false; error: SearchError }> {
  const start = await findStart(search);
  if (search.locality !== null && start === null)
    return { ok: false, error: { field: "ort", code: "ort_unknown" } };
  const municipalityCode = search.municipality === null ? null : await findMunicipality(search.municipality);
  if (search.municipality !== null && municipalityCode === null) {
    return { ok: false, error: { field: "kommun", code: "kommun_unknown" } };
  }
  const filter: Filter = {
    visible: visibleTo(actor),
    center: start?.point ?? null,
    radius: start && search.km !== null ? search.km * 1000 : null,
    kinds: search.kinds,
    tasks: search.tasks,
    municipalityCode,
    hours: search.hours,
    swedish: search.swedish,
    needs: search.needs,
    adaptations: search.adaptations,
  };
  return { ok: true, filter, start };
}

/** A bare point goes before a locality's name: it is the more exact of the two. */
async function findStart({
  coordinates,
  locality,
}: Pick<Search, "coordinates" | "locality">): Promise<Start | null> {
  if (coordinates) return { name: locality, coordinates, point: toSweref(coordinates) };
  if (locality === null) return null;
  const key = locality.toLowerCase();
  const found = remembered.get(key) ?? (await findLocality(locality));
  if (!found) return null;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, found);
  return { name: found.name, coordinates: found.coordinates, point: found.point };
}

async function findMunicipality(text: string): Promise<string | null> {
  const wanted = text.toLowerCase().replace(/\s+kommun$/, "");
  const all = await listMunicipalities();
  return all.find(({ code, name }) => code === wanted || name.toLowerCase() === wanted)?.code ?? null;
}
