import type { Coordinates } from "#app/domain/geo/point";

export type Bounds = [west: number, south: number, east: number, north: number];
const sweden: Bounds = [10.6, 55.2, 24.2, 69.1];
const kmPerDegree = 111.2;
/** How far around a starting point the map shows when nothing is near it. */
const usualKm = 30;

/**
 * What the map shows first: the reach around a start, or, when nobody said how far, the start with what the list shows; else
 * all of a short list, else the country. Degrees.
 */
export function boundsAround(
  start: { point: Coordinates; km: number | null } | null,
  shown: Coordinates[],
): Bounds {
  if (start && (start.km !== null || shown.length === 0)) return around(start.point, start.km ?? usualKm);
  if (start) return margined(spanOf([start.point, ...shown]));
  if (shown.length === 0) return sweden;
  return spanOf(shown);
}

function spanOf(shown: Coordinates[]): Bounds {
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

/** A little more on every side: a marker at the edge is cut. */
function margined([west, south, east, north]: Bounds): Bounds {
  const [wide, high] = [(east - west) * 0.08, (north - south) * 0.08];
  return [west - wide, south - high, east + wide, north + high];
}
