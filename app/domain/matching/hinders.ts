import { distanceKm } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import { fitOf } from "#app/domain/matching/demand-fit";
import type { Matchable } from "#app/domain/matching/matchable";
import { daysAWeek } from "#app/domain/matching/schedule";
import { demands } from "#app/domain/placements/vocabulary";

/** What stands in the way. One code a line of domain.md "Matching". */
export const hinderCodes = [
  "no_common_kind",
  "no_free_slot",
  "excluded",
  "appetite_not_now",
  "age_outside",
  "too_far",
  "hours_outside",
  "no_schedule",
  "licence_missing",
  "demand_too_high",
  "support_too_low",
] as const;
export type HinderCode = (typeof hinderCodes)[number];

type Hinder = { code: HinderCode; stands: (person: Matchable, place: Candidate) => boolean };

/** Every rule that keeps a place from being proposed, in the order it is told. */
const rules: readonly Hinder[] = [
  {
    code: "no_common_kind",
    stands: ({ profile }, place) => !place.kinds.some((kind) => profile.kinds.includes(kind)),
  },
  { code: "no_free_slot", stands: (_, place) => place.freeSlots <= 0 },
  {
    code: "excluded",
    stands: ({ profile }, place) =>
      profile.excludedEmployerIds.includes(place.employerId) ||
      profile.excludedWorkplaceIds.includes(place.workplaceId),
  },
  { code: "appetite_not_now", stands: (_, place) => place.appetite === "not_now" },
  { code: "age_outside", stands: ({ age }, place) => age !== null && isOutside(age, place) },
  { code: "too_far", stands: ({ profile }, place) => distanceKm(profile.from, place.point) > profile.maxKm },
  {
    code: "hours_outside",
    stands: ({ profile }, place) =>
      profile.startHours < place.hoursMin || profile.startHours > place.hoursMax,
  },
  { code: "no_schedule", stands: ({ profile }, place) => daysAWeek(place, profile) === null },
  {
    code: "licence_missing",
    stands: ({ profile }, place) => place.otherRequirements.includes("korkort_b") && !profile.drivingLicenceB,
  },
  {
    code: "demand_too_high",
    stands: ({ profile }, place) =>
      demands.some(
        (demand) =>
          fitOf(demand, place.demands[demand], profile.abilities[demand], place.adaptations).fit === "hinder",
      ),
  },
  { code: "support_too_low", stands: ({ profile }, place) => profile.supportNeed - place.supportLevel >= 2 },
];

/** All hinders between a person and a place; empty when it can be proposed. */
export function hindersOf(person: Matchable, place: Candidate): HinderCode[] {
  return rules.filter(({ stands }) => stands(person, place)).map(({ code }) => code);
}

function isOutside(age: number, place: Candidate): boolean {
  return (place.ageMin !== null && age < place.ageMin) || (place.ageMax !== null && age > place.ageMax);
}
