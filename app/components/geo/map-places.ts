import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** A placement on the map. With `href` it is a link; `number` (rank) is shown instead of the kind's mark. */
export type MapMarker = {
  id: number | string;
  lat: number;
  lon: number;
  kinds: PlacementKind[];
  title: string;
  locality?: string;
  employer?: string;
  href?: string;
  number?: number;
};

/** Several placements near each other. */
export type MapCluster = {
  id: string;
  lat: number;
  lon: number;
  count: number;
  kinds: Partial<Record<PlacementKind, number>>;
};

export type MapPlace = MapMarker | MapCluster;

export function isCluster(place: MapPlace): place is MapCluster {
  return "count" in place;
}

type Feature = {
  id?: number | string;
  geometry: { type: "Point"; coordinates: [number, number] };
  properties: {
    id?: number | string;
    title?: string;
    kinds?: PlacementKind[] | Partial<Record<PlacementKind, number>>;
    locality?: string;
    employer?: string;
    cluster?: boolean;
    count?: number;
  };
};

/** Reads the answer of /api/platser.geojson. `hrefOf` makes a placement's address. */
export function readPlaces(
  answer: { features: Feature[] },
  hrefOf: (id: number | string) => string,
): MapPlace[] {
  return answer.features.map(({ id, geometry, properties }) => {
    const [lon, lat] = geometry.coordinates;
    if (properties.cluster) {
      const kinds = Array.isArray(properties.kinds) ? {} : (properties.kinds ?? {});
      return { id: `${lon},${lat},${properties.count}`, lat, lon, count: properties.count ?? 0, kinds };
    }
    const own = properties.id ?? id ?? `${lon},${lat}`;
    return {
      id: own,
      lat,
      lon,
      kinds: Array.isArray(properties.kinds) ? properties.kinds : [],
      title: properties.title ?? "",
      locality: properties.locality,
      employer: properties.employer,
      href: hrefOf(own),
    };
  });
}

/** How many placements a set of markers and clusters stands for. */
export function countPlaces(places: MapPlace[]): number {
  return places.reduce((sum, place) => sum + (isCluster(place) ? place.count : 1), 0);
}
