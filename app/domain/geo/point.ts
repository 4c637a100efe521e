/** A place on the map in SWEREF 99 TM (EPSG:3006), metres. Distances between such points are true in Sweden. */
export type Point = { east: number; north: number };

/** A place in WGS 84 degrees: only at the edges (files, browser, API). */
export type Coordinates = { lat: number; lon: number };

/** Straight-line distance in kilometres. domain.md "Matching": straight line in SWEREF 99 TM. */
export function distanceKm(a: Point, b: Point): number {
  return Math.hypot(a.east - b.east, a.north - b.north) / 1000;
}
