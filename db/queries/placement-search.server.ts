import type { Sql } from "postgres";
import { coverCircle, rangesOf } from "#app/domain/placements/grid";
import type { PlacementCard } from "#app/domain/placements/placement";
import type { Search } from "#app/domain/placements/search";
import { type CardRow, cardColumns, toCard } from "#db/queries/placement-cards.server";
import {
  circleOf,
  type Filter,
  hasFilters,
  rowFilter,
  rowsOfRanges,
} from "#db/queries/placement-filter.server";
import { countedTotal } from "#db/queries/placement-total.server";

export type Window = { sort: Search["sort"]; limit: number; offset: number };

/** Up to so many rows are gathered and sorted by date; more are walked in order until the window is full. */
const gathered = 2000;
/** A row that is walked in order of distance costs about so many times one that is gathered. */
const walkingCost = 8;

/**
 * The nearest rows and the total in one question, for the most common search: a place, no other filter. Null when the
 * window is empty: then nobody knows the total yet.
 */
export async function findNearest(
  sql: Sql,
  filter: Filter,
  window: Window,
): Promise<{ placements: PlacementCard[]; total: number } | null> {
  const rows = await sql<(CardRow & { total: number })[]>`
    SELECT ${cardColumns(sql)}, found.distance, ${countedTotal(sql, filter)} AS total
      FROM (${nearestIds(sql, filter, window)}) AS found JOIN placements p ON p.id = found.id
     ORDER BY found.distance, p.id`;
  return rows.length === 0 ? null : { placements: rows.map(toCard), total: rows[0]!.total };
}

/** True when `findNearest` answers the search. */
export function isPlainNearest(filter: Filter, window: Window): boolean {
  return filter.center !== null && window.sort === "avstand" && !hasFilters(filter);
}

/** Nearest first out of the index, until the window is full. */
function nearestIds(sql: Sql, filter: Filter, { limit, offset }: Window) {
  const { east, north } = filter.center!;
  return sql`SELECT p.id, p.point <-> point(${east}, ${north}) AS distance FROM placements p
    WHERE p.listed ${rowFilter(sql, filter, "index")} ORDER BY distance, p.id LIMIT ${limit} OFFSET ${offset}`;
}

/** A window of the rows that fulfil the filter; `total` of them (from `countPlacements`) decides how they are found. */
export async function findPlacements(
  sql: Sql,
  filter: Filter,
  window: Window,
  total: number,
): Promise<PlacementCard[]> {
  const { center } = filter;
  const circle = circleOf(filter);
  const byDistance = center !== null && window.sort === "avstand";
  const distance = center
    ? sql`p.point <-> point(${center.east}, ${center.north})`
    : sql`NULL::double precision`;
  const order = byDistance ? sql`distance, id` : sql`last_confirmed_on DESC, id`;
  const page = sql`LIMIT ${window.limit} OFFSET ${window.offset}`;
  // A few among many are gathered: walking to them would pass nearly all. A far municipality is never walked to.
  const isNear = total > walkingCost * (window.limit + window.offset) && filter.municipalityCode === null;

  const ids =
    byDistance && (isNear || !hasFilters(filter))
      ? nearestIds(sql, filter, window)
      : !byDistance && total > gathered
        ? sql`SELECT p.id, ${distance} AS distance FROM placements p
               WHERE p.listed ${rowFilter(sql, filter)} ORDER BY p.last_confirmed_on DESC, p.id ${page}`
        : circle
          ? sql`SELECT p.id, p.distance FROM ${rowsOfRanges(
              sql,
              filter,
              rangesOf(coverCircle(circle)),
              sql`p.id, p.last_confirmed_on, ${distance} AS distance`,
            )} ORDER BY ${order} ${page}`
          : sql`SELECT id, distance FROM (
                 SELECT p.id, p.last_confirmed_on, ${distance} AS distance FROM placements p
                  WHERE p.listed ${rowFilter(sql, filter)} OFFSET 0) AS gathered
                 ORDER BY ${order} ${page}`;
  const rows = await sql<CardRow[]>`
    SELECT ${cardColumns(sql)}, found.distance FROM (${ids}) AS found JOIN placements p ON p.id = found.id
     ORDER BY ${byDistance ? sql`found.distance, p.id` : sql`p.last_confirmed_on DESC, p.id`}`;
  return rows.map(toCard);
}
