import type { Sql } from "postgres";
import type { Point } from "#app/domain/geo/point";
import { type Cover, rangesOf } from "#app/domain/placements/grid";
import { maskOf, wordsOf } from "#app/domain/placements/mask";
import type { PlacementCluster, PlacementPin } from "#app/domain/placements/placement";
import { placementKinds } from "#app/domain/placements/vocabulary";
import {
  cellFilter,
  countersByKind,
  type Filter,
  hoursColumn,
  isCounted,
  list,
  rowFilter,
  rowsOfRanges,
  seenBy,
} from "#db/queries/placement-filter.server";

/** The clusters of a view. `level` is the size of the squares; see `coverView`. */
export async function findClusters(
  sql: Sql,
  filter: Filter,
  cover: Cover,
  level: number,
): Promise<{ clusters: PlacementCluster[]; total: number }> {
  const kinds = filter.kinds.length > 0 ? maskOf(placementKinds, filter.kinds) : 15;
  const counted = isCounted(filter);
  const rim = counted ? cover.rim : rangesOf(cover);
  const parts = [];
  if (counted && cover.whole.length > 0) {
    parts.push(sql`
      SELECT ${squareOfLevel(sql, level)} AS key, kinds_mask, ${sql(hoursColumn(filter))} AS n, n AS weight, east, north
        FROM placement_cells
       WHERE cell = ANY (${list(countersByKind(filter, cover.whole))}::text::integer[]) ${seenBy(sql, filter)} ${cellFilter(sql, filter)}`);
  }
  if (rim.first.length > 0) {
    parts.push(sql`
      SELECT ${cellOfLevel(sql, level)} AS key, p.kinds_mask, 1 AS n, 1 AS weight, p.point[0] AS east, p.point[1] AS north
        FROM ${rowsOfRanges(sql, filter, rim, sql`p.cell, p.kinds_mask, p.point`)}`);
  }
  if (parts.length === 0) return { clusters: [], total: 0 };
  const rows = await sql<ClusterRow[]>`
    SELECT key, (kinds_mask & ${kinds}::integer) & -(kinds_mask & ${kinds}::integer) AS kind, sum(n)::integer AS n,
           sum(weight)::integer AS weight, sum(east) AS east, sum(north) AS north
      FROM (${parts[0]!} ${parts[1] ? sql`UNION ALL ${parts[1]}` : sql``}) AS part
     GROUP BY 1, 2 ORDER BY 1, 2`;
  return gatherClusters(rows);
}

/** The square of a level that holds a finest square, or a square of that level or a finer one. */
function cellOfLevel(sql: Sql, level: number) {
  return sql`(${level << 22}::integer | (p.cell >> ${2 * level}::integer))`;
}
function squareOfLevel(sql: Sql, level: number) {
  return sql`(${level << 22}::integer | ((cell & 4194303) >> (2 * (${level}::integer - (cell >> 22 & 15)))))`;
}

type ClusterRow = { key: number; kind: number; n: number; weight: number; east: number; north: number };

function gatherClusters(rows: ClusterRow[]): { clusters: PlacementCluster[]; total: number } {
  const clusters = new Map<number, PlacementCluster & { weight: number }>();
  let total = 0;
  for (const { key, kind, n, weight, east, north } of rows) {
    if (n === 0) continue;
    total += n;
    const known = clusters.get(key) ?? { key, point: { east: 0, north: 0 }, count: 0, kinds: {}, weight: 0 };
    clusters.set(key, known);
    known.count += n;
    known.weight += weight;
    known.point.east += east;
    known.point.north += north;
    known.kinds[wordsOf(placementKinds, kind)[0]!] = n;
  }
  for (const { point, weight } of clusters.values()) {
    point.east /= weight;
    point.north /= weight;
  }
  return { clusters: [...clusters.values()], total };
}

/** The rows of some squares, as pins. In a fixed order, at most `limit`. */
export async function findPins(
  sql: Sql,
  filter: Filter,
  rim: Cover["rim"],
  limit: number,
): Promise<PlacementPin[]> {
  const rows = await sql<PinRow[]>`
    SELECT p.id, p.title, p.employer_name, p.locality, p.point[0] AS east, p.point[1] AS north, p.kinds_mask
      FROM ${rowsOfRanges(sql, filter, rim, sql`p.id, p.title, p.employer_name, p.locality, p.point, p.kinds_mask`)}
     ORDER BY p.id LIMIT ${limit}`;
  return rows.map(toPin);
}

/** The rows of a polygon (SWEREF 99 TM), as pins, and whether there are more than `limit`. */
export async function findPinsWithin(
  sql: Sql,
  filter: Filter,
  ring: Point[],
  limit: number,
): Promise<PlacementPin[]> {
  const polygon = `(${ring.map(({ east, north }) => `(${east},${north})`).join(",")})`;
  const rows = await sql<PinRow[]>`
    SELECT p.id, p.title, p.employer_name, p.locality, p.point[0] AS east, p.point[1] AS north, p.kinds_mask
      FROM placements p
     WHERE p.listed AND p.point <@ ${polygon}::text::polygon ${rowFilter(sql, filter)}
     ORDER BY p.id LIMIT ${limit}`;
  return rows.map(toPin);
}

type PinRow = {
  id: number;
  title: string;
  employer_name: string;
  locality: string;
  east: number;
  north: number;
  kinds_mask: number;
};

function toPin(row: PinRow): PlacementPin {
  return {
    id: row.id,
    title: row.title,
    employerName: row.employer_name,
    locality: row.locality,
    point: { east: row.east, north: row.north },
    kinds: wordsOf(placementKinds, row.kinds_mask),
  };
}
