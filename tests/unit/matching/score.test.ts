import { expect, test } from "vitest";
import type { Candidate } from "#app/domain/matching/candidate";
import { roundScore, scoreOf } from "#app/domain/matching/score";
import { defaultWeights, type ScorePart, weightsOf } from "#app/domain/matching/weights";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { allLevels, aPlace, aProfile, kmAway } from "#tests/support/factories/matching";

function points(part: ScorePart, profile: Partial<WorkProfile>, place: Partial<Candidate>): number {
  return scoreOf(aProfile(profile), aPlace(place), defaultWeights).parts[part];
}

type Line = [string, ScorePart, Partial<WorkProfile>, Partial<Candidate>, number];
const eased = { demands: allLevels(2, { tempo: 3 }), adaptations: ["eget_tempo" as const] };
const lines: Line[] = [
  ["all ten demands met", "demands", {}, {}, 35],
  ["one of ten eased", "demands", {}, eased, 33.25],
  ["no adaptation needed", "adaptations", {}, {}, 15],
  ["the needed one offered", "adaptations", { neededAdaptations: ["eget_tempo"] }, eased, 15],
  [
    "one of three offered",
    "adaptations",
    { neededAdaptations: ["eget_tempo", "bildstod", "hjalpmedel"] },
    eased,
    5,
  ],
  ["none offered", "adaptations", { neededAdaptations: ["bildstod"] }, {}, 0],
  ["a wished task", "wishes", { wishedTasks: ["vaxthus"] }, {}, 20],
  ["only its group", "wishes", { wishedTasks: ["skog"] }, {}, 12],
  ["neither", "wishes", { wishedTasks: ["kontor"] }, {}, 0],
  ["nothing wished", "wishes", {}, {}, 10],
  ["at the door", "distance", {}, {}, 15],
  ["10 of 25 km", "distance", {}, kmAway(10), 9],
  ["at the limit", "distance", {}, kmAway(25), 0],
  ["beyond the limit", "distance", {}, kmAway(40), 0],
  ["nobody travels, next door", "distance", { maxKm: 0 }, {}, 15],
  ["nobody travels, elsewhere", "distance", { maxKm: 0 }, kmAway(1), 0],
  ["room for the whole goal", "growth", {}, { hoursMax: 40 }, 10],
  ["room for half the way", "growth", {}, { hoursMax: 14 }, 5],
  ["no room", "growth", {}, { hoursMax: 8 }, 0],
  ["the goal is the start", "growth", { targetHours: 8 }, { hoursMax: 8 }, 10],
  ["enough support", "support", {}, {}, 5],
  ["one step short", "support", { supportNeed: 2 }, {}, 2.5],
  ["two steps short", "support", { supportNeed: 3 }, {}, 0],
];

test.each(lines)("%s (%s)", (_, part, profile, place, expected) => {
  expect(points(part, profile, place)).toBeCloseTo(expected, 10);
});

test("the parts add up, and a whole fit with a wished task is a hundred", () => {
  expect(scoreOf(aProfile({ wishedTasks: ["vaxthus"] }), aPlace(), defaultWeights).total).toBe(100);
  expect(scoreOf(aProfile(), aPlace(), defaultWeights).total).toBe(90);
});

test("10 km of 25, one demand eased, only the group wished: 33.25 + 15 + 12 + 9 + 10 + 5 = 84.3", () => {
  const place = aPlace({ ...eased, ...kmAway(10) });
  expect(scoreOf(aProfile({ wishedTasks: ["skog"] }), place, defaultWeights).total).toBe(84.3);
});

test.each([
  [84.25, 84.3],
  [84.249, 84.2],
  [0.05, 0.1],
  [91.35, 91.4],
  [100.0000001, 100],
  [-0.0000001, 0],
])("%d is told as %d", (sum, told) => expect(roundScore(sum)).toBe(told));

test("an association's weights count when they make a hundred, else the default ones", () => {
  const own = { demands: 50, adaptations: 10, wishes: 10, distance: 10, growth: 10, support: 10 };
  expect(weightsOf(own)).toEqual(own);
  expect(weightsOf({ ...own, demands: 60 })).toEqual(defaultWeights);
  expect(weightsOf({ ...own, demands: -10, wishes: 70 })).toEqual(defaultWeights);
  expect(weightsOf(null)).toEqual(defaultWeights);
});
