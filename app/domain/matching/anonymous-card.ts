import type { Adaptation, Levels, PlacementKind, Task, Weekday } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

/**
 * What an employer sees of a person before a visit: functional needs. Never name, reference, sex, age, health, agency or
 * where the person lives, and nothing that the consent text does not name. domain.md "Proposal", presented.
 */
export type AnonymousCard = {
  kinds: PlacementKind[];
  startHours: number;
  targetHours: number;
  longestDay: number;
  weekdays: Weekday[];
  abilities: Levels;
  neededAdaptations: Adaptation[];
  wishedTasks: Task[];
};

/** Takes these parts of the work profile, by name, and nothing else. */
export function anonymousCard(profile: WorkProfile): AnonymousCard {
  const { kinds, startHours, targetHours, longestDay, weekdays, abilities } = profile;
  const { neededAdaptations, wishedTasks } = profile;
  return {
    kinds,
    startHours,
    targetHours,
    longestDay,
    weekdays,
    abilities,
    neededAdaptations,
    wishedTasks,
  };
}
