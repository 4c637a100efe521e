import { expect, test } from "vitest";
import {
  defaultWeights,
  sumOf,
  type Weights,
  weightsFormSchema,
  weightsKey,
  weightsOf,
} from "#app/domain/matching/weights";
import { exampleScores } from "#app/domain/matching/weights-example";

const typed = (but: Partial<Record<keyof Weights, string>> = {}) => ({
  demands: "35",
  adaptations: "15",
  wishes: "20",
  distance: "15",
  growth: "10",
  support: "5",
  ...but,
});
const codes = (form: object) =>
  weightsFormSchema.safeParse(form).error?.issues.map(({ path, message }) => `${path}: ${message}`);

test("six whole numbers that make a hundred are taken as they are", () => {
  expect(weightsFormSchema.parse(typed())).toEqual({ seen: "", weights: defaultWeights });
  expect(weightsFormSchema.parse({ ...typed({ demands: " 0 ", wishes: "55" }), seen: "1" }).weights).toEqual({
    ...defaultWeights,
    demands: 0,
    wishes: 55,
  });
});

test.each([
  ["not a hundred together", typed({ demands: "34" }), [": weights_sum"]],
  ["below nothing", typed({ demands: "-5" }), ["demands: weight_number"]],
  ["a part of a point", typed({ demands: "34,5" }), ["demands: weight_number"]],
  ["words", typed({ support: "fem" }), ["support: weight_number"]],
  ["more than all", typed({ support: "101" }), ["support: weight_number"]],
  ["nothing", {}, Object.keys(defaultWeights).map((part) => `${part}: weight_number`)],
])("%s is told", (_what, form, expected) => {
  expect(codes(form)).toEqual(expected);
});

test("what is stored and is not whole counts as the default", () => {
  expect(weightsOf(null)).toEqual(defaultWeights);
  expect(weightsOf({ ...defaultWeights, demands: 36 })).toEqual(defaultWeights);
  const own = { ...defaultWeights, demands: 30, wishes: 25 };
  expect(weightsOf(own)).toEqual(own);
  expect(sumOf(own)).toBe(100);
  expect(weightsKey(own)).toBe("30-15-25-15-10-5");
});

test("the example changes its order with the weights", () => {
  const first = (weights: Weights) => exampleScores(weights)[0]!.example;
  expect(first({ ...defaultWeights, distance: 35, wishes: 0 })).toBe("near");
  expect(first({ ...defaultWeights, distance: 0, wishes: 35 })).toBe("wished");
  for (const { total } of exampleScores(defaultWeights)) expect(total).toBeLessThanOrEqual(100);
});
