import type { MapCluster, MapMarker, MapPlace } from "#app/components/geo/map-places";

type PixelOf = (place: { lat: number; lon: number }) => { x: number; y: number };

/**
 * Joins markers that would cover each other into clusters, for a list of markers that is known as a whole.
 * Markers with a number, and pairs, stay themselves: they are set side by side instead.
 */
export function clusterNear(markers: MapMarker[], pixelOf: PixelOf, pixels = 44, smallest = 3): MapPlace[] {
  const groups: { x: number; y: number; markers: MapMarker[] }[] = [];
  for (const marker of markers) {
    const { x, y } = pixelOf(marker);
    const near =
      marker.number === undefined
        ? groups.find((group) => Math.hypot(group.x - x, group.y - y) < pixels)
        : undefined;
    if (near) near.markers.push(marker);
    else groups.push({ x, y, markers: [marker] });
  }
  return groups.flatMap(({ markers: near }): MapPlace[] =>
    near.length < smallest ? near : [toCluster(near)],
  );
}

function toCluster(markers: MapMarker[]): MapCluster {
  const kinds: MapCluster["kinds"] = {};
  for (const { kinds: own } of markers) {
    const first = own[0];
    if (first) kinds[first] = (kinds[first] ?? 0) + 1;
  }
  const middle = (pick: (marker: MapMarker) => number) =>
    markers.reduce((sum, marker) => sum + pick(marker), 0) / markers.length;
  return {
    id: markers.map(({ id }) => id).join(" "),
    lat: middle(({ lat }) => lat),
    lon: middle(({ lon }) => lon),
    count: markers.length,
    kinds,
  };
}
