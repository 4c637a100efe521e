import type { Point } from "#app/domain/geo/point";
import type { Actor } from "#app/domain/identity/actor";
import { type Box, type Cover, coverView, levelOfView, rangesOf } from "#app/domain/placements/grid";
import type { MapView } from "#app/domain/placements/map-view";
import type { PlacementCluster, PlacementPin } from "#app/domain/placements/placement";
import type { Search } from "#app/domain/placements/search";
import type { SearchError } from "#app/domain/placements/search-choices";
import { toSweref } from "#app/platform/projection.server";
import { resolveSearch } from "#app/services/placements/resolve-search.server";
import { pool, withDeadline } from "#db/client.server";
import type { Filter } from "#db/queries/placement-filter.server";
import { findClusters, findPins, findPinsWithin } from "#db/queries/placement-map.server";

export type MapAnswer = {
  ok: true;
  /** How many placements the clusters and pins stand for; null when pins were cut off at the limit. */
  total: number | null;
  clusters: PlacementCluster[];
  pins: PlacementPin[];
};

/** From this zoom on, few placements are shown one by one rather than by square. */
const pinZoom = 12;
const fewPins = 150;

/**
 * The map's answer for one view: with a zoom, one cluster a square and a pin where a square holds a single placement;
 * without one, every placement inside the box up to the limit. The same filters as the list.
 */
export async function clusterPlacements(
  actor: Actor,
  search: Search,
  view: MapView,
): Promise<MapAnswer | { ok: false; error: SearchError }> {
  const resolved = await resolveSearch(actor, search);
  if (!resolved.ok) return resolved;
  const { filter } = resolved;
  const ring = ringOf(view.bbox);
  if (view.zoom === null) return { ok: true, ...(await withDeadline(pinsWithin(filter, ring, view.limit))) };

  return {
    ok: true,
    ...(await withDeadline(readClusters(pool, filter, ring, { ...view, zoom: view.zoom }))),
  };
}

/** One view with a zoom, in at most two statements. */
export async function readClusters(
  sql: typeof pool,
  filter: Filter,
  ring: Point[],
  view: { zoom: number; limit: number },
): Promise<Omit<MapAnswer, "ok">> {
  const box = boxOf(ring);
  const level = levelOfView(view.zoom, box);
  const circle =
    filter.center && filter.radius !== null ? { center: filter.center, radius: filter.radius } : null;
  const cover = coverView(box, level, circle);
  const found = await findClusters(sql, filter, cover, level);
  const few = view.zoom >= pinZoom && found.total <= Math.min(fewPins, view.limit);
  const alone = few ? found.clusters : found.clusters.filter(({ count }) => count === 1);
  if (alone.length === 0) return { total: found.total, clusters: found.clusters, pins: [] };
  const squares = alone.map(({ key }) => key);
  // A single placement is found again by its square. Between the two questions somebody may have published another.
  const pins = await findPins(sql, filter, squaresAsRanges(squares), few ? fewPins : squares.length);
  return {
    total: found.total,
    clusters: found.clusters.filter((cluster) => !alone.includes(cluster)),
    pins,
  };
}

async function pinsWithin(filter: Filter, ring: Point[], limit: number) {
  const found = await findPinsWithin(pool, filter, ring, limit + 1);
  const cut = found.length > limit;
  return { total: cut ? null : found.length, clusters: [], pins: cut ? found.slice(0, limit) : found };
}

function squaresAsRanges(keys: number[]): Cover["rim"] {
  return rangesOf({ whole: keys, rim: { first: [], last: [] } });
}

const stepsOnSide = 8;

/** A box of degrees as a ring in metres: its sides are curves there. */
export function ringOf({ west, south, east, north }: MapView["bbox"]): Point[] {
  const ring: Point[] = [];
  for (let step = 0; step < stepsOnSide; step++)
    ring.push(toSweref({ lat: south, lon: west + ((east - west) * step) / stepsOnSide }));
  for (let step = 0; step < stepsOnSide; step++)
    ring.push(toSweref({ lat: south + ((north - south) * step) / stepsOnSide, lon: east }));
  for (let step = 0; step < stepsOnSide; step++)
    ring.push(toSweref({ lat: north, lon: east - ((east - west) * step) / stepsOnSide }));
  for (let step = 0; step < stepsOnSide; step++)
    ring.push(toSweref({ lat: north - ((north - south) * step) / stepsOnSide, lon: west }));
  return ring;
}

function boxOf(ring: Point[]): Box {
  return {
    west: Math.min(...ring.map(({ east }) => east)),
    east: Math.max(...ring.map(({ east }) => east)),
    south: Math.min(...ring.map(({ north }) => north)),
    north: Math.max(...ring.map(({ north }) => north)),
  };
}
