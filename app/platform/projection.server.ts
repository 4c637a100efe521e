import proj4 from "proj4";
import type { Coordinates, Point } from "#app/domain/geo/point";

/** SWEREF 99 TM, EPSG:3006. architecture.md "Geography". */
const sweref99tm = "+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs";
const projection = proj4("WGS84", sweref99tm);

/** WGS 84 degrees → SWEREF 99 TM metres. */
export function toSweref({ lat, lon }: Coordinates): Point {
  const [east, north] = projection.forward([lon, lat]);
  return { east: east!, north: north! };
}

/** SWEREF 99 TM metres → WGS 84 degrees. */
export function toWgs84({ east, north }: Point): Coordinates {
  const [lon, lat] = projection.inverse([east, north]);
  return { lat: lat!, lon: lon! };
}
