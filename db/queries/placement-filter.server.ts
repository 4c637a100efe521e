import type { Sql } from "postgres";
import type { Point } from "#app/domain/geo/point";
import {
  allTogether,
  type Circle,
  type Cover,
  countryCell,
  everyMunicipality,
  largestCells,
} from "#app/domain/placements/grid";
import { maskOf } from "#app/domain/placements/mask";
import type { Search } from "#app/domain/placements/search";
import { demandLimits, type Need, supportWanted } from "#app/domain/placements/search-choices";
import { adaptations, placementKinds, tasks, type Visibility } from "#app/domain/placements/vocabulary";

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

/** Hours that the counters know. */
const countedHours: ReadonlySet<number> = new Set([5, 10, 15, 20, 25, 30, 35, 40]);

/** True when the counters can answer the filter. */
export function isCounted({ tasks, swedish, needs, adaptations, hours }: Filter): boolean {
  const known = hours === null || countedHours.has(hours);
  return known && tasks.length === 0 && swedish === null && needs.length === 0 && adaptations.length === 0;
}

/** True when something but a place is chosen. */
export function hasFilters(filter: Filter): boolean {
  return (
    !isCounted(filter) || filter.kinds.length > 0 || filter.hours !== null || filter.municipalityCode !== null
  );
}

/** The counters of squares: one row a square when every kind and municipality will do. */
export function countersOf(filter: Filter, keys: readonly number[]): readonly number[] {
  if (filter.kinds.length > 0 || filter.municipalityCode !== null) return countersByKind(filter, keys);
  return keys.map((key) => key + allTogether);
}

/** Those that tell the kinds apart: a row for each combination that a square has, or one for each municipality too. */
export function countersByKind({ municipalityCode }: Filter, keys: readonly number[]): readonly number[] {
  return municipalityCode === null ? keys.map((key) => key + everyMunicipality) : keys;
}

/** The country's own counter has no municipalities: those are summed over the largest squares. */
export function countryOrSquares({ municipalityCode }: Filter): readonly number[] {
  return municipalityCode === null ? [countryCell] : largestCells;
}

/** The circle to look in; null without a place, or with all of the country in reach. */
export function circleOf({ center, radius }: Filter): Circle | null {
  return center && radius !== null ? { center, radius } : null;
}

/** The counter for the hours asked for. */
export function hoursColumn({ hours }: Filter): string {
  return hours === null ? "n" : `n_${hours}`;
}

/** The kinds and the municipality, as conditions on counters. */
export function cellFilter(sql: Sql, { kinds, municipalityCode }: Filter) {
  if (kinds.length === 0 && municipalityCode === null) return sql``;
  return sql`AND (kinds_mask & ${maskOf(placementKinds, kinds) || -1}::integer) <> 0
    AND (${municipalityCode}::text IS NULL OR municipality_code = ${municipalityCode}::text)`;
}

/** How a circle is asked for: by the index of points, row by row, or not at all since only rows inside are looked at. */
export type CircleBy = "index" | "row" | "none";

/**
 * The conditions on rows. Counting looks at very many, so only what is chosen is asked: words, demands, hours,
 * municipality; inside such a group what is not chosen gets a neutral value.
 */
export function rowFilter(sql: Sql, filter: Filter, circleBy: CircleBy = "row") {
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
export function seenBy(sql: Sql, { visible }: Filter) {
  return sql.unsafe(`AND visibility IN (${visible.map((word) => `'${word}'`).join(",")})`);
}

function mostOf({ needs }: Filter, need: keyof typeof demandLimits): number {
  return needs.includes(need) ? demandLimits[need].most : 3;
}

/**
 * The rows of ranges of squares that fulfil the filter. OFFSET 0 keeps the planner from joining the other way round:
 * it cannot know how narrow a range is.
 */
export function rowsOfRanges(sql: Sql, filter: Filter, rim: Cover["rim"], columns: ReturnType<Sql>) {
  return sql`${ranges(sql, rim)} CROSS JOIN LATERAL (SELECT ${columns} FROM placements p
    WHERE p.cell BETWEEN range.first AND range.last AND p.listed ${rowFilter(sql, filter)} OFFSET 0) AS p`;
}

/** Ranges of squares as a table. */
export function ranges(sql: Sql, { first, last }: Cover["rim"]) {
  return sql`unnest(${list(first)}::text::integer[], ${list(last)}::text::integer[]) AS range (first, last)`;
}

/** An array as PostgreSQL writes it: numbers and plain words only. */
export function list(values: readonly (number | string)[]): string {
  return `{${values.join(",")}}`;
}
