import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hoursInWeek,
  levelsOf,
  stepPlanProblem,
  suggestSteps,
  totalHours,
} from "#app/domain/agreements/step-plan";

const wish = fc.record({
  from: fc.integer({ min: 1, max: 80 }).map((half) => half / 2),
  to: fc.integer({ min: 1, max: 80 }).map((half) => half / 2),
  weeks: fc.integer({ min: 1, max: 104 }),
  levels: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
});

test("from 8 to 20 hours in 12 weeks, two weeks at a time", () => {
  expect(suggestSteps({ from: 8, to: 20, weeks: 12 })).toEqual([
    { fromWeek: 1, hoursPerWeek: 8 },
    { fromWeek: 3, hoursPerWeek: 10 },
    { fromWeek: 5, hoursPerWeek: 13 },
    { fromWeek: 7, hoursPerWeek: 15 },
    { fromWeek: 9, hoursPerWeek: 18 },
    { fromWeek: 11, hoursPerWeek: 20 },
  ]);
});

test("from 8 to 20 in three steps, and half hours when one end has them", () => {
  expect(suggestSteps({ from: 8, to: 20, weeks: 12, levels: 3 }).map((step) => step.hoursPerWeek)).toEqual([
    8, 14, 20,
  ]);
  expect(suggestSteps({ from: 2.5, to: 7, weeks: 6 }).map((step) => step.hoursPerWeek)).toEqual([2.5, 5, 7]);
});

test("the same hours all the time is one step; one week has no room for two", () => {
  expect(suggestSteps({ from: 10, to: 10, weeks: 12 })).toEqual([{ fromWeek: 1, hoursPerWeek: 10 }]);
  expect(suggestSteps({ from: 8, to: 20, weeks: 1 })).toEqual([{ fromWeek: 1, hoursPerWeek: 8 }]);
});

test("a suggestion is always a plan that fits: it begins and ends as wished and never turns", () => {
  fc.assert(
    fc.property(wish, (asked) => {
      const plan = suggestSteps(asked);
      expect(stepPlanProblem(plan, asked.weeks)).toBeNull();
      expect(plan[0]!.hoursPerWeek).toBe(asked.from);
      if (asked.weeks > 1) expect(plan.at(-1)!.hoursPerWeek).toBe(asked.to);
      const direction = Math.sign(asked.to - asked.from);
      for (let index = 1; index < plan.length; index++) {
        expect(Math.sign(plan[index]!.hoursPerWeek - plan[index - 1]!.hoursPerWeek)).toBe(direction);
      }
      for (const { hoursPerWeek } of plan) expect(Number.isInteger(hoursPerWeek * 2)).toBe(true);
    }),
  );
});

test("the levels cover every week once, and their hours make the total", () => {
  fc.assert(
    fc.property(wish, (asked) => {
      const plan = suggestSteps(asked);
      const levels = levelsOf(plan, asked.weeks);
      expect(levels.reduce((sum, { fromWeek, toWeek }) => sum + toWeek - fromWeek + 1, 0)).toBe(asked.weeks);
      const byLevel = levels.reduce(
        (sum, level) => sum + level.hoursPerWeek * (level.toWeek - level.fromWeek + 1),
        0,
      );
      expect(totalHours(plan, asked.weeks)).toBeCloseTo(byLevel);
      for (const level of levels) expect(hoursInWeek(plan, level.toWeek)).toBe(level.hoursPerWeek);
    }),
  );
});

describe("what is no plan", () => {
  test.each([
    ["no step", [], 12, "step_plan_required"],
    ["zero weeks", [{ fromWeek: 1, hoursPerWeek: 8 }], 0, "step_after_end"],
    ["nothing for week 1", [{ fromWeek: 2, hoursPerWeek: 8 }], 12, "first_step_week_1"],
    [
      "two steps in one week",
      [
        { fromWeek: 1, hoursPerWeek: 8 },
        { fromWeek: 1, hoursPerWeek: 9 },
      ],
      12,
      "steps_in_order",
    ],
    [
      "a step after the last week",
      [
        { fromWeek: 1, hoursPerWeek: 8 },
        { fromWeek: 13, hoursPerWeek: 9 },
      ],
      12,
      "step_after_end",
    ],
    ["60 hours", [{ fromWeek: 1, hoursPerWeek: 60 }], 12, "hours_range"],
    ["no hours", [{ fromWeek: 1, hoursPerWeek: 0 }], 12, "hours_range"],
    ["hours that are no number", [{ fromWeek: 1, hoursPerWeek: Number.NaN }], 12, "hours_range"],
  ])("%s", (_what, plan, weeks, code) => expect(stepPlanProblem(plan, weeks)).toBe(code));
});
