import { expect, test } from "vitest";
import type { Candidate } from "#app/domain/matching/candidate";
import type { ReasonCode, Tone } from "#app/domain/matching/reason";
import { reasonsOf } from "#app/domain/matching/reasons";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { allLevels, aPerson, aPlace, kmAway } from "#tests/support/factories/matching";

type Line = [ReasonCode, Tone, Partial<WorkProfile>, Partial<Candidate>];
const lines: Line[] = [
  ["kind_fits", "yes", {}, {}],
  ["no_common_kind", "no", { kinds: ["skyddad"] }, {}],
  ["slot_free", "note", {}, {}],
  ["no_free_slot", "no", {}, { freeSlots: 0 }],
  ["excluded_employer", "no", { excludedEmployerIds: [10] }, {}],
  ["excluded_workplace", "no", { excludedWorkplaceIds: [100] }, {}],
  ["appetite_not_now", "no", {}, { appetite: "not_now" }],
  ["age_inside", "yes", {}, { ageMin: 18 }],
  ["age_outside", "no", {}, { ageMin: 31 }],
  ["near", "yes", {}, kmAway(25)],
  ["too_far", "no", {}, kmAway(26)],
  ["hours_fit", "yes", {}, {}],
  ["hours_outside", "no", {}, { hoursMin: 9 }],
  ["schedule_fits", "yes", {}, {}],
  ["no_common_day", "no", { weekdays: ["son"] }, {}],
  ["no_schedule", "no", {}, { shortestDay: 5 }],
  ["licence_held", "yes", { drivingLicenceB: true }, { otherRequirements: ["korkort_b"] }],
  ["licence_missing", "no", {}, { otherRequirements: ["korkort_b"] }],
  ["demands_met", "yes", {}, {}],
  ["demand_eased", "adapt", {}, { demands: allLevels(2, { lyft: 3 }), adaptations: ["hjalpmedel"] }],
  ["demand_too_high", "no", {}, { demands: allLevels(2, { lyft: 3 }) }],
  ["adaptations_offered", "yes", { neededAdaptations: ["bildstod"] }, { adaptations: ["bildstod"] }],
  ["adaptations_missing", "adapt", { neededAdaptations: ["bildstod"] }, {}],
  ["support_enough", "yes", {}, {}],
  ["support_one_short", "adapt", { supportNeed: 2 }, {}],
  ["support_too_low", "no", { supportNeed: 3 }, {}],
  ["wished_task", "yes", { wishedTasks: ["vaxthus"] }, {}],
  ["wished_group", "yes", { wishedTasks: ["skog"] }, {}],
  ["not_wished", "note", { wishedTasks: ["kontor"] }, {}],
  ["growth_all", "yes", {}, {}],
  ["growth_part", "note", {}, { hoursMax: 12 }],
  ["growth_none", "note", {}, { hoursMax: 8 }],
];

test.each(lines)("%s is told (%s)", (code, tone, profile, place) => {
  const told = reasonsOf(aPerson(profile), aPlace(place)).find((reason) => reason.code === code);
  expect(told?.tone).toBe(tone);
});

test("an unknown age is told as something to ask, not as a hinder", () => {
  const told = reasonsOf(aPerson({}, null), aPlace({ ageMin: 18 })).find(
    ({ code }) => code === "age_unknown",
  );
  expect(told?.tone).toBe("note");
});

test("what stands in the way comes first, then what must be adapted, then what fits", () => {
  const place = aPlace({ freeSlots: 0, demands: allLevels(2, { lyft: 3 }), adaptations: ["hjalpmedel"] });
  const tones = reasonsOf(aPerson(), place).map(({ tone }) => tone);
  expect(tones.slice(0, 3)).toEqual(["no", "adapt", "yes"]);
});
