import type {
  Adaptation,
  Demand,
  Level,
  PlacementKind,
  Task,
  TaskGroup,
} from "#app/domain/placements/vocabulary";

/** Whether a line speaks for a place, asks for an adaptation, stands in the way, or only tells. */
export type Tone = "yes" | "adapt" | "no" | "note";

/** One line of the examination, as a code and values. The words are in app/i18n/matching.ts. */
export type Reason = { tone: Tone } & (
  | { code: "kind_fits"; kinds: PlacementKind[] }
  | { code: "no_common_kind"; offered: PlacementKind[] }
  | { code: "slot_free"; free: number; capacity: number }
  | { code: "no_free_slot"; capacity: number }
  | { code: "excluded_employer" | "excluded_workplace" | "appetite_not_now" }
  | { code: "age_inside" | "age_outside" | "age_unknown"; min: number | null; max: number | null }
  | { code: "near" | "too_far"; km: number; maxKm: number; from: string }
  | { code: "hours_fit" | "hours_outside"; start: number; min: number; max: number }
  | { code: "schedule_fits"; days: number; common: number; start: number }
  | { code: "no_common_day" }
  | { code: "no_schedule"; start: number; common: number; shortest: number; longest: number }
  | { code: "licence_held" | "licence_missing" }
  | { code: "demands_met"; demands: Demand[] }
  | { code: "demand_eased"; demand: Demand; asked: Level; ability: Level; by: Adaptation[] }
  | { code: "demand_too_high"; demand: Demand; asked: Level; ability: Level; gap: number }
  | { code: "adaptations_offered"; adaptations: Adaptation[] }
  | { code: "adaptations_missing"; adaptations: Adaptation[] }
  | { code: "support_enough" | "support_one_short" | "support_too_low"; need: Level; offered: Level }
  | { code: "wished_task"; tasks: Task[] }
  | { code: "wished_group"; groups: TaskGroup[] }
  | { code: "not_wished" }
  | { code: "growth_all" | "growth_part" | "growth_none"; target: number; max: number; start: number }
);
export type ReasonCode = Reason["code"];
