import type { Sql } from "postgres";
import { wordsOf } from "#app/domain/placements/mask";
import type { PlacementCard } from "#app/domain/placements/placement";
import {
  adaptations,
  type Demand,
  demands,
  type Level,
  otherRequirements,
  placementKinds,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";

/** What a card needs of a row `p`. */
export function cardColumns(sql: Sql) {
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
