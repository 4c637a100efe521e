import type { Sql } from "postgres";
import type { Point } from "#app/domain/geo/point";
import {
  allTogether,
  type Circle,
  type Cover,
  countryCell,
  coverCircle,
  largestCells,
  rangesOf,
} from "#app/domain/placements/grid";
import { maskOf, wordsOf } from "#app/domain/placements/mask";
import type { PlacementCard, PlacementCluster, PlacementPin } from "#app/domain/placements/placement";
import type { Search } from "#app/domain/placements/search";
import { demandLimits, type Need, supportWanted } from "#app/domain/placements/search-choices";
import {
  adaptations,
  type Demand,
  demands,
  type Level,
  otherRequirements,
  placementKinds,
  tasks,
  type Visibility,
  weekdays,
} from "#app/domain/placements/vocabulary";

// These statements are prepared: they take the driver's own handle, since drizzle sends every statement unprepared.
// Their text has few shapes (which groups of filters are chosen, with and without a place), so that few plans are kept.

/** What rows must fulfil. `circle` without `radius` is a place to measure from, with all of the country in reach. */
export type Filter = {
  visible: readonly Visibility[];
  center: Point | null;
  /** Metres. */
  radius: number | null;
  kinds: Search["kinds"];
  tasks: Search["tasks"];
  municipalityCode: string | null;
  hours: number | null;
  swedish: number | null;
  needs: Need[];
  adaptations: Search["adaptations"];
};
export type Window = { sort: Search["sort"]; limit: number; offset: number };

/** Hours that the counters know. */
const countedHours: ReadonlySet<number> = new Set([5, 10, 15, 20, 25, 30, 35, 40]);
/** Up to so many rows are gathered and sorted by date; more are walked in order until the window is full. */
const gathered = 2000;
/** A row that is walked in order of distance costs about so many times one that is gathered. */
const walkingCost = 8;

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
function countedTotal(sql: Sql, filter: Filter) {
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

/**
 * The rows of ranges of squares that fulfil the filter. OFFSET 0 keeps the planner from joining the other way round:
 * it cannot know how narrow a range is.
 */
function rowsOfRanges(sql: Sql, filter: Filter, rim: Cover["rim"], columns: ReturnType<Sql>) {
  return sql`${ranges(sql, rim)} CROSS JOIN LATERAL (SELECT ${columns} FROM placements p
    WHERE p.cell BETWEEN range.first AND range.last AND p.listed ${rowFilter(sql, filter)} OFFSET 0) AS p`;
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
       WHERE cell = ANY (${list(cover.whole)}::text::integer[]) ${seenBy(sql, filter)} ${cellFilter(sql, filter)}`);
  }
  if (rim.first.length > 0) {
    parts.push(sql`
      SELECT ${cellOfLevel(sql, level)} AS key, p.kinds_mask, 1 AS n, 1 AS weight, p.point[0] AS east, p.point[1] AS north
        FROM ${rowsOfRanges(sql, filter, rim, sql`p.cell, p.kinds_mask, p.point`)}`);
  }
  if (parts.length === 0) return { clusters: [], total: 0 };
  const rows = await sql<
    { key: number; kind: number; n: number; weight: number; east: number; north: number }[]
  >`
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
  return sql`(${level << 22}::integer | ((cell & 4194303) >> (2 * (${level}::integer - (cell >> 22)))))`;
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

/** True when the counters can answer the filter. */
function isCounted({ tasks, swedish, needs, adaptations, hours }: Filter): boolean {
  const known = hours === null || countedHours.has(hours);
  return known && tasks.length === 0 && swedish === null && needs.length === 0 && adaptations.length === 0;
}

function hasFilters(filter: Filter): boolean {
  return (
    !isCounted(filter) || filter.kinds.length > 0 || filter.hours !== null || filter.municipalityCode !== null
  );
}

/** Without kind and municipality one row a square is enough. */
function countersOf({ kinds, municipalityCode }: Filter, keys: readonly number[]): readonly number[] {
  return kinds.length === 0 && municipalityCode === null ? keys.map((key) => key + allTogether) : keys;
}

/** The country's own counter has no municipalities: those are summed over the largest squares. */
function countryOrSquares({ municipalityCode }: Filter): readonly number[] {
  return municipalityCode === null ? [countryCell] : largestCells;
}

function circleOf({ center, radius }: Filter): Circle | null {
  return center && radius !== null ? { center, radius } : null;
}

function hoursColumn({ hours }: Filter): string {
  return hours === null ? "n" : `n_${hours}`;
}

function cellFilter(sql: Sql, { kinds, municipalityCode }: Filter) {
  if (kinds.length === 0 && municipalityCode === null) return sql``;
  return sql`AND (kinds_mask & ${maskOf(placementKinds, kinds) || -1}::integer) <> 0
    AND (${municipalityCode}::text IS NULL OR municipality_code = ${municipalityCode}::text)`;
}

/** How a circle is asked for: by the index of points, row by row, or not at all since only rows inside are looked at. */
type CircleBy = "index" | "row" | "none";

/**
 * The conditions on rows. Counting looks at very many, so only what is chosen is asked: words, demands, hours,
 * municipality; inside such a group what is not chosen gets a neutral value.
 */
function rowFilter(sql: Sql, filter: Filter, circleBy: CircleBy = "row") {
  const { center, radius, hours, municipalityCode } = filter;
  const circle =
    !center || radius === null || circleBy === "none"
      ? sql``
      : circleBy === "index"
        ? sql`AND p.point <@ circle(point(${center.east}, ${center.north}), ${radius})`
        : sql`AND (p.point <-> point(${center.east}, ${center.north})) <= ${radius}`;
  return sql`${seenBy(sql, filter)} ${wordFilter(sql, filter)} ${demandFilter(sql, filter)}
    ${hours === null ? sql`` : sql`AND p.hours_min <= ${hours}::numeric`}
    ${municipalityCode === null ? sql`` : sql`AND p.municipality_code = ${municipalityCode}::text`} ${circle}`;
}

function wordFilter(sql: Sql, filter: Filter) {
  const wanted = filter.needs.includes("flexibel")
    ? [...filter.adaptations, "flexibel_start" as const]
    : filter.adaptations;
  if (filter.kinds.length + filter.tasks.length + wanted.length === 0) return sql``;
  const adapt = maskOf(adaptations, wanted);
  return sql`AND (p.kinds_mask & ${maskOf(placementKinds, filter.kinds) || -1}::integer) <> 0
    AND (p.tasks_mask & ${maskOf(tasks, filter.tasks) || -1}::integer) <> 0
    AND (p.adaptations_mask & ${adapt}::integer) = ${adapt}::integer`;
}

function demandFilter(sql: Sql, filter: Filter) {
  if (filter.swedish === null && filter.needs.every((need) => need === "flexibel")) return sql``;
  return sql`AND p.demand_lyft <= ${mostOf(filter, "lyft")}
    AND p.demand_buller <= ${mostOf(filter, "lugn")}
    AND p.demand_tempo <= ${mostOf(filter, "tempo")}
    AND p.demand_staende <= ${mostOf(filter, "sitta")}
    AND p.demand_sociala_kontakter <= ${mostOf(filter, "fa")}
    AND p.demand_tala_svenska <= ${filter.swedish ?? 3}
    AND p.support_level >= ${filter.needs.includes("handledare") ? supportWanted : 0}`;
}

/** Written into the statement: a list that is sent along would be read anew for every row. */
function seenBy(sql: Sql, { visible }: Filter) {
  return sql.unsafe(`AND visibility IN (${visible.map((word) => `'${word}'`).join(",")})`);
}

function mostOf({ needs }: Filter, need: keyof typeof demandLimits): number {
  return needs.includes(need) ? demandLimits[need].most : 3;
}

function ranges(sql: Sql, { first, last }: Cover["rim"]) {
  return sql`unnest(${list(first)}::text::integer[], ${list(last)}::text::integer[]) AS range (first, last)`;
}

/** An array as PostgreSQL writes it: numbers and plain words only. */
function list(values: readonly (number | string)[]): string {
  return `{${values.join(",")}}`;
}

function cardColumns(sql: Sql) {
  return sql`p.id, p.title, p.employer_name, p.locality, p.municipality_code, p.point[0] AS east, p.point[1] AS north,
    p.kinds_mask, p.tasks_mask, p.weekdays_mask, p.adaptations_mask, p.requirements_mask,
    p.hours_min::float8 AS hours_min, p.hours_max::float8 AS hours_max, p.shortest_day::float8 AS shortest_day,
    p.weeks_min, p.weeks_max, p.capacity, greatest(p.capacity - p.claimed, 0) AS free_slots, p.support_level,
    ${sql.unsafe(demands.map((demand) => `p.demand_${demand}`).join(", "))},
    p.last_confirmed_on::text AS last_confirmed_on`;
}

export type CardRow = {
  id: number;
  title: string;
  employer_name: string;
  locality: string;
  municipality_code: string;
  east: number;
  north: number;
  kinds_mask: number;
  tasks_mask: number;
  weekdays_mask: number;
  adaptations_mask: number;
  requirements_mask: number;
  hours_min: number;
  hours_max: number;
  shortest_day: number;
  weeks_min: number;
  weeks_max: number;
  capacity: number;
  free_slots: number;
  support_level: Level;
  last_confirmed_on: string;
  distance: number | null;
} & { [demand in `demand_${Demand}`]: Level };

export function toCard(row: CardRow): PlacementCard {
  return {
    id: row.id,
    title: row.title,
    employerName: row.employer_name,
    locality: row.locality,
    municipalityCode: row.municipality_code,
    point: { east: row.east, north: row.north },
    distanceKm: row.distance === null ? null : row.distance / 1000,
    kinds: wordsOf(placementKinds, row.kinds_mask),
    tasks: wordsOf(tasks, row.tasks_mask),
    hoursMin: row.hours_min,
    hoursMax: row.hours_max,
    shortestDay: row.shortest_day,
    weekdays: wordsOf(weekdays, row.weekdays_mask),
    weeksMin: row.weeks_min,
    weeksMax: row.weeks_max,
    capacity: row.capacity,
    freeSlots: row.free_slots,
    supportLevel: row.support_level,
    demands: {
      lyft: row.demand_lyft,
      staende: row.demand_staende,
      tempo: row.demand_tempo,
      sociala_kontakter: row.demand_sociala_kontakter,
      buller: row.demand_buller,
      koncentration: row.demand_koncentration,
      sjalvstandighet: row.demand_sjalvstandighet,
      lasa_skriva: row.demand_lasa_skriva,
      tala_svenska: row.demand_tala_svenska,
      finmotorik: row.demand_finmotorik,
    },
    adaptations: wordsOf(adaptations, row.adaptations_mask),
    otherRequirements: wordsOf(otherRequirements, row.requirements_mask),
    lastConfirmedOn: row.last_confirmed_on,
  };
}
