import type { Sql } from "postgres";
import { type Cover, coverCircle, rangesOf } from "#app/domain/placements/grid";
import {
  type CircleBy,
  cellFilter,
  circleOf,
  countersOf,
  countryOrSquares,
  type Filter,
  hoursColumn,
  isCounted,
  list,
  ranges,
  rowFilter,
  seenBy,
} from "#db/queries/placement-filter.server";

/**
 * How many rows fulfil the filter, exactly, in this snapshot. Counters answer kind, municipality, the usual hours and
 * place, whatever the number of rows; any other filter counts in an index that covers it.
 */
export async function countPlacements(sql: Sql, filter: Filter): Promise<number> {
  if (!isCounted(filter)) return countRows(sql, filter);
  const [row] = await sql<[{ total: number }]>`SELECT ${countedTotal(sql, filter)} AS total`;
  return row.total;
}

/** The total as an expression of counters and, along a circle's rim, of rows. */
export function countedTotal(sql: Sql, filter: Filter) {
  const circle = circleOf(filter);
  const { whole, rim } = circle
    ? coverCircle(circle)
    : { whole: countryOrSquares(filter), rim: { first: [], last: [] } };
  const rows = rim.first.length === 0 ? sql`0` : countOfRanges(sql, filter, rim, "row");
  return sql`(coalesce((
      SELECT sum(${sql(hoursColumn(filter))}) FROM placement_cells
       WHERE cell = ANY (${list(countersOf(filter, whole))}::text::integer[])
         ${seenBy(sql, filter)} ${cellFilter(sql, filter)}), 0) + ${rows})::integer`;
}

/** Counts rows: those of a circle by their squares, where only the rim's rows have their distance looked at. */
async function countRows(sql: Sql, filter: Filter): Promise<number> {
  const circle = circleOf(filter);
  if (!circle) {
    const [row] = await sql<[{ total: number }]>`
      SELECT count(*)::integer AS total FROM placements p WHERE p.listed ${rowFilter(sql, filter)}`;
    return row.total;
  }
  const { whole, rim } = coverCircle(circle);
  const inside = rangesOf({ whole, rim: { first: [], last: [] } });
  const [row] = await sql<[{ total: number }]>`
    SELECT (coalesce(${countOfRanges(sql, filter, inside, "none")}, 0)
          + coalesce(${countOfRanges(sql, filter, rim, "row")}, 0))::integer AS total`;
  return row.total;
}

/** How many rows of some ranges of squares fulfil the filter; null for no ranges. */
function countOfRanges(sql: Sql, filter: Filter, some: Cover["rim"], circleBy: CircleBy) {
  return sql`(SELECT sum(part.n) FROM ${ranges(sql, some)} CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM placements p
     WHERE p.cell BETWEEN range.first AND range.last AND p.listed ${rowFilter(sql, filter, circleBy)}) AS part)`;
}
