import type { Point } from "#app/domain/geo/point";
import type { Appetite } from "#app/domain/organisations/employer";
import type {
  Adaptation,
  Level,
  Levels,
  OtherRequirement,
  PlacementKind,
  Task,
  Weekday,
} from "#app/domain/placements/vocabulary";

/** A placement as matching sees it: its offer, its demands and how it stands right now. */
export type Candidate = {
  id: number;
  title: string;
  employerId: number;
  employerName: string;
  workplaceId: number;
  locality: string;
  point: Point;
  kinds: PlacementKind[];
  tasks: Task[];
  /** Hours per week, and shortest working day in hours. */
  hoursMin: number;
  hoursMax: number;
  shortestDay: number;
  weekdays: Weekday[];
  capacity: number;
  freeSlots: number;
  supportLevel: Level;
  demands: Levels;
  adaptations: Adaptation[];
  otherRequirements: OtherRequirement[];
  ageMin: number | null;
  ageMax: number | null;
  appetite: Appetite;
};
