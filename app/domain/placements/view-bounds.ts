import type { Coordinates } from "#app/domain/geo/point";

export type Bounds = [west: number, south: number, east: number, north: number];
const sweden: Bounds = [10.6, 55.2, 24.2, 69.1];
const kmPerDegree = 111.2;
/** How far around a starting point the map shows when nobody said how far, and around a single placement. */
const usualKm = 30;

/** What the map shows first: the reach around a start, else all of a short list, else the country. Degrees. */
export function boundsAround(
  start: { point: Coordinates; km: number | null } | null,
  shown: Coordinates[],
): Bounds {
  if (start) return around(start.point, start.km ?? usualKm);
  if (shown.length === 0) return sweden;
  const lats = shown.map(({ lat }) => lat);
  const lons = shown.map(({ lon }) => lon);
  const [west, south, east, north] = [
    Math.min(...lons),
    Math.min(...lats),
    Math.max(...lons),
    Math.max(...lats),
  ];
  return north - south < 0.05 && east - west < 0.1
    ? around({ lat: (south + north) / 2, lon: (west + east) / 2 }, 5)
    : [west, south, east, north];
}

function around({ lat, lon }: Coordinates, km: number): Bounds {
  const north = km / kmPerDegree;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return [lon - east, lat - north, lon + east, lat + north];
}
