import type { Coordinates } from "#app/domain/geo/point";
import type { PlacementCard, PlacementCluster, PlacementPin } from "#app/domain/placements/placement";

/** A placement as /api/platser.json answers it. Names are those of the import file (domain.md "Files"). */
export function toApiRow(placement: PlacementCard, { lat, lon }: Coordinates) {
  const { distanceKm } = placement;
  return {
    id: placement.id,
    rubrik: placement.title,
    arbetsgivare: placement.employerName,
    ort: placement.locality,
    kommun: placement.municipalityCode,
    lat: rounded(lat, 6),
    lon: rounded(lon, 6),
    avstand_km: distanceKm === null ? null : rounded(distanceKm, 3),
    typer: placement.kinds,
    uppgifter: placement.tasks,
    timmar_per_vecka_min: placement.hoursMin,
    timmar_per_vecka_max: placement.hoursMax,
    timmar_per_dag_min: placement.shortestDay,
    dagar: placement.weekdays,
    veckor_min: placement.weeksMin,
    veckor_max: placement.weeksMax,
    platser: placement.capacity,
    lediga: placement.freeSlots,
    handledarstod: placement.supportLevel,
    krav: placement.demands,
    anpassningar: placement.adaptations,
    ovriga_krav: placement.otherRequirements,
    bekraftad: placement.lastConfirmedOn,
    url: `/platser/${placement.id}`,
  };
}

type Feature = {
  type: "Feature";
  id: number | string;
  geometry: { type: "Point"; coordinates: [number, number] };
  properties: object;
};

/** A cluster as GeoJSON. */
export function toClusterFeature(cluster: PlacementCluster, coordinates: Coordinates): Feature {
  const { key, count, kinds } = cluster;
  return { ...feature(`ruta-${key}`, coordinates), properties: { cluster: true, count, kinds } };
}

/** One placement as GeoJSON. */
export function toPinFeature(pin: PlacementPin, coordinates: Coordinates): Feature {
  const { id, title, kinds, locality, employerName } = pin;
  return { ...feature(id, coordinates), properties: { id, title, kinds, locality, employer: employerName } };
}

function feature(id: number | string, { lat, lon }: Coordinates) {
  return {
    type: "Feature" as const,
    id,
    geometry: { type: "Point" as const, coordinates: [rounded(lon, 6), rounded(lat, 6)] as [number, number] },
  };
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
