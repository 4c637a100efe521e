import { expect, test } from "vitest";
import type { AgreementContent } from "#app/domain/agreements/content";
import { countsFrom } from "#app/domain/agreements/counts-from";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const before: AgreementContent = {
  ...exampleContent,
  period: { startsOn: "2026-06-01", endsOn: "2026-08-28" },
  stepPlan: [{ fromWeek: 1, hoursPerWeek: 10 }],
  closedDays: [],
};
const sent = "2026-06-20";

test.each<[string, Partial<AgreementContent>, string | null]>([
  [
    "a longer time counts from the day after the old end",
    { period: { ...before.period, endsOn: "2026-09-11" } },
    "2026-08-29",
  ],
  [
    "a shorter one from the day after the new end",
    { period: { ...before.period, endsOn: "2026-07-31" } },
    "2026-08-01",
  ],
  [
    "other hours from their week",
    { stepPlan: [...before.stepPlan, { fromWeek: 6, hoursPerWeek: 15 }] },
    "2026-07-06",
  ],
  [
    "closed days from the first",
    { closedDays: [{ startsOn: "2026-07-13", endsOn: "2026-07-17" }] },
    "2026-07-13",
  ],
  ["other words wait for no day", { title: "Något annat" }, null],
  [
    "what was before it was sent is no day to wait for",
    { period: { ...before.period, endsOn: "2026-06-15" } },
    null,
  ],
])("%s", (_, changed, day) => {
  expect(countsFrom(before, { ...before, ...changed }, sent)).toBe(day);
});

test("before anything has begun what has no day of its own counts from the first day", () => {
  expect(countsFrom(before, { ...before, title: "Något annat" }, "2026-05-20")).toBe("2026-06-01");
  const longer = { ...before, period: { ...before.period, endsOn: "2026-09-11" } };
  expect(countsFrom(before, longer, "2026-05-20")).toBe("2026-08-29");
});
