import { expect, test } from "vitest";
import type { AgreementState } from "#app/domain/agreements/state";
import { agreementStepsFrom } from "#app/domain/agreements/transitions";
import { wayToEnd } from "#app/domain/agreements/way-to-end";

const ready: AgreementState = { name: "ready_to_start", inDays: 3 };
const underWay: AgreementState = { name: "under_way", week: 2, weeks: 12 };

test.each([
  ["coordinator", ready, "cancelled"],
  ["coach", ready, "ended_early"],
  ["coordinator", underWay, "ended_early"],
  ["coach", underWay, "ended_early"],
  ["case_worker", underWay, null],
] as const)("one way to end what is in force: a %s, %o: %s", (role, state, way) => {
  expect(wayToEnd({ steps: agreementStepsFrom("in_force", role), state })).toBe(way);
});

test("what has ended ends no more", () => {
  const steps = agreementStepsFrom("ended_early", "coordinator");
  expect(wayToEnd({ steps, state: { name: "ended_early" } })).toBeNull();
});
