import type { Point } from "#app/domain/geo/point";

/**
 * The grid that placements are counted in (db/migrations/0006_placement_search.sql keeps the counters): squares of
 * 1024 m over SWEREF 99 TM, each level twice the side, numbered along a Z-curve: the four parts of a square numbered `z`
 * are `4z … 4z + 3` one level down. The outermost squares reach for ever outwards.
 */
const side = 1024;
const originNorth = 6_000_000;
const perEdge = 2048;
const levelBits = 22;
export const finestLevel = 0;
export const coarsestLevel = 8;
/** The whole country in one square: the counter of a search without a place. */
export const countryCell = 11 << levelBits;

/** Added to a key: the square's row with every kind and municipality together (0012_placement_cell_sums.sql). */
export const allTogether = 16 << levelBits;
/** The square's rows with every municipality together, one a combination of kinds (0046_placement_cell_kinds.sql). */
export const everyMunicipality = 32 << levelBits;

/** A square of a level as the counters name it. */
export function cellKey(level: number, z: number): number {
  return (level << levelBits) | z;
}

/** All squares of the coarsest level: the country by municipality. */
export const largestCells: readonly number[] = Array.from({ length: 64 }, (_, z) =>
  cellKey(coarsestLevel, z),
);

export type Circle = { center: Point /** Metres. */; radius: number };
export type Box = { west: number; south: number; east: number; north: number };

/** Squares that lie wholly inside (keys of counters), and the numbers of finest squares whose rows must be looked at. */
export type Cover = { whole: readonly number[]; rim: { first: number[]; last: number[] } };

/** Metres that no rounding error reaches: a square this close to the rim is looked at row by row. */
const margin = 0.01;
/** A circle's rim is followed with squares of at most this part of its radius. */
const rimParts = 24;

/** How a circle is put together: few large squares inside, small ones along the rim. */
export function coverCircle(circle: Circle): Cover {
  return cover({ circle, box: null, largest: coarsestLevel });
}

/**
 * The squares of a view, none larger than `level`: with a circle only what lies in it. Without one every square that
 * the box touches counts as a whole, also the part outside: a cluster is the same from wherever it is seen.
 */
export function coverView(box: Box, level: number, circle: Circle | null): Cover {
  return cover({ circle, box, largest: level });
}

function cover({ circle, box, largest }: { circle: Circle | null; box: Box | null; largest: number }): Cover {
  const found = { whole: [] as number[], rim: { first: [] as number[], last: [] as number[] } };
  const smallest = circle ? Math.min(largest, levelOfSide(circle.radius / rimParts)) : largest;
  const edge = perEdge >> coarsestLevel;
  for (let x = 0; x < edge; x++) {
    for (let y = 0; y < edge; y++) visit(coarsestLevel, x, y, interleave(x, y));
  }
  return found;

  function visit(level: number, x: number, y: number, z: number): void {
    const place = square(level, x, y);
    if (box && !touches(place, box)) return;
    const relation = circle ? compare(place, circle) : "inside";
    if (relation === "outside") return;
    if (relation === "inside" && level <= largest) {
      found.whole.push(cellKey(level, z));
      return;
    }
    if (level === smallest) {
      addRange(found.rim, z << (2 * level), (((z + 1) << (2 * level)) - 1) | 0);
      return;
    }
    visit(level - 1, 2 * x, 2 * y, 4 * z);
    visit(level - 1, 2 * x + 1, 2 * y, 4 * z + 1);
    visit(level - 1, 2 * x, 2 * y + 1, 4 * z + 2);
    visit(level - 1, 2 * x + 1, 2 * y + 1, 4 * z + 3);
  }
}

/** Neighbours on the curve become one range: fewer visits to the index. */
function addRange({ first, last }: Cover["rim"], from: number, to: number): void {
  if (last.length > 0 && last[last.length - 1] === from - 1) last[last.length - 1] = to;
  else {
    first.push(from);
    last.push(to);
  }
}

/** All finest squares of a circle as ranges, when no counter can answer. */
export function rangesOf({ whole, rim }: Cover): Cover["rim"] {
  const ranges = [
    ...rim.first.map((first, at) => [first, rim.last[at]!] as const),
    ...whole.map((key) => {
      const level = key >> levelBits;
      const z = key & ((1 << levelBits) - 1);
      return [z << (2 * level), ((z + 1) << (2 * level)) - 1] as const;
    }),
  ].sort(([a], [b]) => a - b);
  const merged: Cover["rim"] = { first: [], last: [] };
  for (const [first, last] of ranges) addRange(merged, first, last);
  return merged;
}

function square(level: number, x: number, y: number): Box {
  const length = side * 2 ** level;
  const last = (perEdge >> level) - 1;
  return {
    west: x === 0 ? Number.NEGATIVE_INFINITY : x * length,
    east: x === last ? Number.POSITIVE_INFINITY : (x + 1) * length,
    south: y === 0 ? Number.NEGATIVE_INFINITY : originNorth + y * length,
    north: y === last ? Number.POSITIVE_INFINITY : originNorth + (y + 1) * length,
  };
}

function compare(place: Box, { center, radius }: Circle): "inside" | "outside" | "rim" {
  const nearEast = Math.max(place.west - center.east, 0, center.east - place.east);
  const nearNorth = Math.max(place.south - center.north, 0, center.north - place.north);
  // Squares of lengths are compared: Math.hypot was half of what a search's cover costs.
  if (nearEast ** 2 + nearNorth ** 2 > (radius + margin) ** 2) return "outside";
  const farEast = Math.max(Math.abs(center.east - place.west), Math.abs(place.east - center.east));
  const farNorth = Math.max(Math.abs(center.north - place.south), Math.abs(place.north - center.north));
  const within = radius - margin;
  return within > 0 && farEast ** 2 + farNorth ** 2 <= within ** 2 ? "inside" : "rim";
}

function touches(a: Box, b: Box): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}

function levelOfSide(length: number): number {
  return Math.min(coarsestLevel, Math.max(finestLevel, Math.floor(Math.log2(length / side))));
}

function interleave(x: number, y: number): number {
  let z = 0;
  for (let bit = 0; bit < 11; bit++)
    z |= (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1));
  return z;
}

/** A view has at most about so many squares, whatever zoom somebody asks for with it. */
const mostSquares = 700;

/** The level whose squares are about a hundred pixels wide at a map zoom: room for a mark and its counts. */
export function levelOfView(zoom: number, { west, south, east, north }: Box): number {
  const wanted = Math.min(coarsestLevel, Math.max(finestLevel, 13 - Math.floor(zoom)));
  const bearable = Math.ceil(Math.log2(((east - west) * (north - south)) / (mostSquares * side * side)) / 2);
  return Math.min(coarsestLevel, Math.max(wanted, bearable));
}
