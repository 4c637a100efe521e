import { z } from "zod";

/** What the map asks for: a box in degrees, and its zoom when it wants clusters. */
export type MapView = {
  bbox: { west: number; south: number; east: number; north: number };
  /** Null: every placement by itself. */
  zoom: number | null;
  limit: number;
};
export type MapViewError = { field: "bbox" | "zoom" | "limit"; code: string };

export const defaultPins = 500;
export const mostPins = 5000;
/** All of Sweden, when nobody says otherwise. */
const sweden = "10,55,25,70";

const number = (code: string, min: number, max: number) =>
  z
    .string()
    .transform(Number)
    .refine((value) => Number.isFinite(value) && value >= min && value <= max, code);

const fields = z.object({
  bbox: z
    .string()
    .default(sweden)
    .transform((text) => (text.trim() === "" ? [] : text.split(",").map(Number)))
    .refine(isBox, "bbox"),
  zoom: number("zoom", 0, 22).optional(),
  limit: number("limit", 1, mostPins).default(defaultPins),
});

/** Reads `bbox=west,south,east,north`, `zoom` and `limit`. */
export function parseMapView(query: URLSearchParams): { view: MapView | null; errors: MapViewError[] } {
  const parsed = fields.safeParse({
    bbox: query.get("bbox") ?? undefined,
    zoom: query.get("zoom") || undefined,
    limit: query.get("limit") || undefined,
  });
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({
      field: path[0] as MapViewError["field"],
      code: message,
    }));
    return { view: null, errors };
  }
  const [west, south, east, north] = parsed.data.bbox as [number, number, number, number];
  // The part of the world that the grid knows; what lies outside holds no placement.
  const bbox = {
    west: clamp(west, 0, 40),
    south: clamp(south, 50, 75),
    east: clamp(east, 0, 40),
    north: clamp(north, 50, 75),
  };
  return { errors: [], view: { bbox, zoom: parsed.data.zoom ?? null, limit: Math.floor(parsed.data.limit) } };
}

function isBox(values: number[]): boolean {
  const [west, south, east, north] = values;
  return (
    values.length === 4 &&
    values.every((value) => Number.isFinite(value) && Math.abs(value) <= 360) &&
    west! < east! &&
    south! < north!
  );
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
