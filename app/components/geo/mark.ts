import type { PlacementKind } from "#app/domain/placements/vocabulary";

/**
 * What a kind looks like on the map: shape and letter first, then colour. mock/README.md "Kinds"; test
 * and training are two things to whoever looks for one of them, and have two marks.
 */
export const marks = ["praktik", "provning", "traning", "skyddad"] as const;
export type Mark = (typeof marks)[number];

const markByKind: Record<PlacementKind, Mark> = {
  praktik: "praktik",
  arbetsprovning: "provning",
  arbetstraning: "traning",
  skyddad: "skyddad",
};

export function markOf(kind: PlacementKind): Mark {
  return markByKind[kind];
}

/** The shapes in a 40 × 40 box: circle, diamond, square, hexagon. */
export const markPaths: Record<Mark, string> = {
  praktik: "M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36Z",
  provning:
    "M18 1.8a2.8 2.8 0 0 1 4 0L38.2 18a2.8 2.8 0 0 1 0 4L22 38.2a2.8 2.8 0 0 1-4 0L1.8 22a2.8 2.8 0 0 1 0-4Z",
  traning: "M6 3H34a3 3 0 0 1 3 3V34a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z",
  skyddad: "M20 1.5 36.5 11v18L20 38.5 3.5 29V11Z",
};
