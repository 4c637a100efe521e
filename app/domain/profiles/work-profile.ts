import type { Point } from "#app/domain/geo/point";
import type {
  Adaptation,
  Level,
  Levels,
  PlacementKind,
  Task,
  Weekday,
} from "#app/domain/placements/vocabulary";

/** Arbetsprofil: part 8 of the kartläggning, and all that matching ever reads of a person. domain.md "Profile". */
export type WorkProfile = {
  kinds: PlacementKind[];
  /** Hours per week at the start, and the goal; longest day in hours. */
  startHours: number;
  targetHours: number;
  longestDay: number;
  weekdays: Weekday[];
  abilities: Levels;
  neededAdaptations: Adaptation[];
  supportNeed: Level;
  wishedTasks: Task[];
  /** Locality or area that the person travels from: never the home address. */
  locality: string;
  from: Point;
  maxKm: number;
  drivingLicenceB: boolean;
  /** Employers and workplaces that the person does not want to meet (small towns). */
  excludedEmployerIds: number[];
  excludedWorkplaceIds: number[];
};

export const workProfileStatuses = ["started", "complete", "confirmed", "outdated"] as const;
export type WorkProfileStatus = (typeof workProfileStatuses)[number];
