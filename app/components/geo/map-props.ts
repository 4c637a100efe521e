import type { ReactNode } from "react";
import type { MapMarker } from "#app/components/geo/map-places";
import type { Coordinates } from "#app/domain/geo/point";

/** What a page tells the map. */
export type PlacementMapProps = {
  /** The map's accessible name, for example "Karta med 14 platser". */
  label: string;
  /** A known list of markers; clustered in the browser unless they are numbered. */
  markers?: MapMarker[];
  /** Or: the address of a GeoJSON answer that takes `bbox` and `zoom`, asked for each view. */
  fetchUrl?: string;
  /** West, south, east, north in degrees. */
  bounds?: [number, number, number, number];
  center?: Coordinates;
  zoom?: number;
  /** A ring around where somebody starts from. */
  reach?: { point: Coordinates; km: number };
  selectedId?: MapMarker["id"] | null;
  onSelect?: (id: MapMarker["id"]) => void;
  /** A placement's address, for markers that were fetched. Default `/platser/:id`. */
  hrefOf?: (id: MapMarker["id"]) => string;
  /** Shows what the shapes mean. Default true. */
  legend?: boolean;
  /** A line below the map, for example what the ring is. */
  note?: ReactNode;
  /** Width / height of the map. Default 720 / 860 as in the mock. */
  aspectRatio?: number;
};
