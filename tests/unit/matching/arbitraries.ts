import fc from "fast-check";
import type { Candidate } from "#app/domain/matching/candidate";
import { appetites } from "#app/domain/organisations/employer";
import {
  adaptations,
  demands,
  type Levels,
  levels,
  otherRequirements,
  placementKinds,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

const level = fc.constantFrom(...levels);
/** Mostly kind to the person, so that some pairs have no hinder at all. */
const low = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: level });
const high = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(2, 3) }, { weight: 1, arbitrary: level });
const levelsOf = (one: fc.Arbitrary<number>) =>
  fc.record(Object.fromEntries(demands.map((demand) => [demand, one]))) as unknown as fc.Arbitrary<Levels>;
const metres = fc.record({
  east: fc.integer({ min: 0, max: 30_000 }),
  north: fc.integer({ min: 0, max: 30_000 }),
});
const hours = fc.integer({ min: 1, max: 80 }).map((half) => half / 2);

export const anyProfile: fc.Arbitrary<WorkProfile> = fc.record({
  kinds: fc.subarray([...placementKinds], { minLength: 1 }),
  startHours: fc.integer({ min: 2, max: 40 }),
  targetHours: fc.integer({ min: 2, max: 40 }),
  longestDay: fc.integer({ min: 2, max: 16 }).map((half) => half / 2),
  weekdays: fc.subarray([...weekdays], { minLength: 1 }),
  abilities: levelsOf(high),
  neededAdaptations: fc.subarray([...adaptations]),
  supportNeed: fc.constantFrom(...levels),
  wishedTasks: fc.subarray([...tasks], { maxLength: 4 }),
  locality: fc.constant("Lindesberg"),
  from: metres,
  maxKm: fc.integer({ min: 0, max: 60 }),
  drivingLicenceB: fc.boolean(),
  excludedEmployerIds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 1 }),
  excludedWorkplaceIds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 1 }),
});

export const anyPlace: fc.Arbitrary<Candidate> = fc
  .record({
    id: fc.integer({ min: 1, max: 1_000_000 }),
    title: fc.constant("Plats"),
    employerId: fc.integer({ min: 1, max: 30 }),
    employerName: fc.constant("Arbetsgivare"),
    workplaceId: fc.integer({ min: 1, max: 30 }),
    locality: fc.constant("Storå"),
    point: metres,
    kinds: fc.subarray([...placementKinds], { minLength: 1 }),
    tasks: fc.subarray([...tasks], { minLength: 1, maxLength: 3 }),
    hoursMin: hours,
    more: fc.integer({ min: 0, max: 30 }),
    shortestDay: fc.integer({ min: 1, max: 8 }).map((half) => half / 2),
    weekdays: fc.subarray([...weekdays], { minLength: 1 }),
    capacity: fc.constant(3),
    freeSlots: fc.integer({ min: 0, max: 3 }),
    supportLevel: fc.constantFrom(...levels),
    demands: levelsOf(low),
    adaptations: fc.subarray([...adaptations]),
    otherRequirements: fc.subarray([...otherRequirements], { maxLength: 2 }),
    ageMin: fc.option(fc.integer({ min: 15, max: 25 }), { freq: 4 }),
    ageMax: fc.option(fc.integer({ min: 40, max: 70 }), { freq: 4 }),
    appetite: fc.constantFrom(...appetites),
  })
  .map(({ more, ...place }) => ({ ...place, hoursMax: place.hoursMin + more }));

export const anyAge = fc.option(fc.integer({ min: 15, max: 70 }));
