import type { Point } from "#app/domain/geo/point";
import type {
  Adaptation,
  Level,
  Levels,
  OtherRequirement,
  PlacementKind,
  PlacementStatus,
  Purpose,
  Task,
  Visibility,
  Weekday,
} from "#app/domain/placements/vocabulary";

/** A placement as a list shows it. Hours are per week, days per day; dates are ISO dates. */
export type PlacementCard = {
  id: number;
  title: string;
  employerName: string;
  locality: string;
  municipalityCode: string;
  point: Point;
  /** From where the search starts; null without a place. */
  distanceKm: number | null;
  kinds: PlacementKind[];
  tasks: Task[];
  hoursMin: number;
  hoursMax: number;
  shortestDay: number;
  weekdays: Weekday[];
  weeksMin: number;
  weeksMax: number;
  capacity: number;
  freeSlots: number;
  supportLevel: Level;
  demands: Levels;
  adaptations: Adaptation[];
  otherRequirements: OtherRequirement[];
  lastConfirmedOn: string;
};

/** A placement as its own page shows it to anyone who may see it: no contact person. */
export type PlacementDetails = PlacementCard & {
  description: string;
  status: PlacementStatus;
  visibility: Visibility;
  /** Found in search: published and confirmed within 120 days. */
  listed: boolean;
  purposes: Purpose[];
  startsFrom: string | null;
  /** Full today: the first day from which a slot is free, an ISO date. Null when one is free now, or nobody knows. */
  freeFrom: string | null;
  ageMin: number | null;
  ageMax: number | null;
  hasSupervisor: boolean;
  employerId: number;
  workplaceName: string;
  address: string;
  municipality: string;
};

/** Several placements of one square of the map. Each placement counts once, under its first kind asked for. */
export type PlacementCluster = {
  /** The square's key: the same cluster keeps its name from one view to the next. */
  key: number;
  point: Point;
  count: number;
  kinds: Partial<Record<PlacementKind, number>>;
};

/** One placement on the map. */
export type PlacementPin = {
  id: number;
  title: string;
  employerName: string;
  locality: string;
  point: Point;
  kinds: PlacementKind[];
};
