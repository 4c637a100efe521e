import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** What a kind looks like on the map: shape and letter first, then colour. mock/README.md "Kinds". */
export const marks = ["praktik", "traning", "skyddad"] as const;
export type Mark = (typeof marks)[number];

const markByKind: Record<PlacementKind, Mark> = {
  praktik: "praktik",
  arbetsprovning: "traning",
  arbetstraning: "traning",
  skyddad: "skyddad",
};

export function markOf(kind: PlacementKind): Mark {
  return markByKind[kind];
}

/** The shapes in a 40 × 40 box: circle, square, hexagon. */
export const markPaths: Record<Mark, string> = {
  praktik: "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36Z",
  traning: "M6 3H34a3 3 0 0 1 3 3V34a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z",
  skyddad: "M20 1.5 36.5 11v18L20 38.5 3.5 29V11Z",
};
