import { describe, expect, test } from "vitest";
import type { Candidate } from "#app/domain/matching/candidate";
import { type HinderCode, hindersOf } from "#app/domain/matching/hinders";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { allLevels, aPerson, aPlace, kmAway } from "#tests/support/factories/matching";

type Line = [string, Partial<WorkProfile>, Partial<Candidate>, HinderCode | null];

const lines: Line[] = [
  ["nothing stands in the way", {}, {}, null],
  ["one kind in common is enough", { kinds: ["skyddad", "praktik"] }, {}, null],
  ["no kind in common", { kinds: ["skyddad"] }, {}, "no_common_kind"],
  ["one free slot", {}, { freeSlots: 1 }, null],
  ["no free slot", {}, { freeSlots: 0 }, "no_free_slot"],
  ["another employer is excluded", { excludedEmployerIds: [11] }, {}, null],
  ["the employer is excluded", { excludedEmployerIds: [10] }, {}, "excluded"],
  ["the workplace is excluded", { excludedWorkplaceIds: [100] }, {}, "excluded"],
  ["the employer says maybe", {}, { appetite: "maybe" }, null],
  ["the employer says not now", {}, { appetite: "not_now" }, "appetite_not_now"],
  ["exactly as far as one can travel", {}, kmAway(25), null],
  ["one metre too far", {}, kmAway(25.001), "too_far"],
  ["starts on the fewest hours", {}, { hoursMin: 8 }, null],
  ["half an hour too few", {}, { hoursMin: 8.5 }, "hours_outside"],
  ["starts on the most hours", {}, { hoursMax: 8 }, null],
  ["half an hour too many", {}, { hoursMax: 7.5 }, "hours_outside"],
  ["8 hours on 2 days of 4", {}, { shortestDay: 4 }, null],
  ["8 hours do not go up in days of 4.5–4", {}, { shortestDay: 4.5 }, "no_schedule"],
  [
    "8 hours need two days, only one in common",
    { longestDay: 4 },
    { weekdays: ["man", "lor"] },
    "no_schedule",
  ],
  ["8 hours in one long day", { longestDay: 8 }, { weekdays: ["man"] }, null],
  ["no day in common", { weekdays: ["lor"] }, {}, "no_schedule"],
  ["another requirement than the licence", {}, { otherRequirements: ["tystnadsplikt"] }, null],
  ["the licence is asked and not held", {}, { otherRequirements: ["korkort_b"] }, "licence_missing"],
  ["the licence is asked and held", { drivingLicenceB: true }, { otherRequirements: ["korkort_b"] }, null],
  ["one step too loud, nothing eases", {}, { demands: allLevels(2, { buller: 3 }) }, "demand_too_high"],
  [
    "one step too loud, a quiet room eases",
    {},
    { demands: allLevels(2, { buller: 3 }), adaptations: ["tyst_rum"] },
    null,
  ],
  [
    "one step too loud, own pace does not ease noise",
    {},
    { demands: allLevels(2, { buller: 3 }), adaptations: ["eget_tempo"] },
    "demand_too_high",
  ],
  [
    "two steps too loud, not even a quiet room",
    { abilities: allLevels(2, { buller: 1 }) },
    { demands: allLevels(2, { buller: 3 }), adaptations: ["tyst_rum"] },
    "demand_too_high",
  ],
  ["one step less support than needed", { supportNeed: 2 }, {}, null],
  ["two steps less support than needed", { supportNeed: 3 }, {}, "support_too_low"],
];

test.each(lines)("%s", (_, profile, place, hinder) => {
  expect(hindersOf(aPerson(profile), aPlace(place))).toEqual(hinder === null ? [] : [hinder]);
});

describe("the legal limits of age", () => {
  const limits = aPlace({ ageMin: 18, ageMax: 65 });
  test.each([
    [17, ["age_outside"]],
    [18, []],
    [65, []],
    [66, ["age_outside"]],
    [null, []],
  ] as const)("age %s", (age, expected) => {
    expect(hindersOf(aPerson({}, age), limits)).toEqual(expected);
  });
});

test("several hinders are all told, in one order", () => {
  const place = aPlace({ freeSlots: 0, kinds: ["skyddad"], supportLevel: 0, ...kmAway(30) });
  expect(hindersOf(aPerson({ supportNeed: 3 }), place)).toEqual([
    "no_common_kind",
    "no_free_slot",
    "too_far",
    "support_too_low",
  ]);
});
