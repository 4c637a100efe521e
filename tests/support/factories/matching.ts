import type { Candidate } from "#app/domain/matching/candidate";
import type { Matchable } from "#app/domain/matching/matchable";
import { demands, type Level, type Levels } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

/** The same level on all ten. */
export function allLevels(level: Level, but: Partial<Levels> = {}): Levels {
  return { ...(Object.fromEntries(demands.map((demand) => [demand, level])) as Levels), ...but };
}

/** Somebody who manages much: 8 hours, weekdays, 25 km from Lindesberg. */
export function aProfile(but: Partial<WorkProfile> = {}): WorkProfile {
  return {
    kinds: ["praktik"],
    startHours: 8,
    targetHours: 20,
    longestDay: 4,
    weekdays: ["man", "tis", "ons", "tors", "fre"],
    abilities: allLevels(2),
    neededAdaptations: [],
    supportNeed: 1,
    wishedTasks: [],
    locality: "Lindesberg",
    from: { east: 510_000, north: 6_605_000 },
    maxKm: 25,
    drivingLicenceB: false,
    excludedEmployerIds: [],
    excludedWorkplaceIds: [],
    ...but,
  };
}

/** A place that the person of `aProfile` fits in every way, at their door. */
export function aPlace(but: Partial<Candidate> = {}): Candidate {
  return {
    id: 1,
    title: "Plantera i växthus",
    employerId: 10,
    employerName: "Silverbäcken",
    workplaceId: 100,
    locality: "Storå",
    point: { east: 510_000, north: 6_605_000 },
    kinds: ["praktik", "arbetstraning"],
    tasks: ["vaxthus"],
    hoursMin: 4,
    hoursMax: 20,
    shortestDay: 2,
    weekdays: ["man", "tis", "ons", "tors", "fre"],
    capacity: 2,
    freeSlots: 1,
    supportLevel: 1,
    demands: allLevels(2),
    adaptations: [],
    otherRequirements: [],
    ageMin: null,
    ageMax: null,
    appetite: "yes",
    ...but,
  };
}

/** A person to match. */
export function aPerson(but: Partial<WorkProfile> = {}, age: number | null = 30): Matchable {
  return { profile: aProfile(but), age };
}

/** A place so many kilometres east of the person's start. */
export function kmAway(km: number): Pick<Candidate, "point"> {
  return { point: { east: 510_000 + km * 1000, north: 6_605_000 } };
}
