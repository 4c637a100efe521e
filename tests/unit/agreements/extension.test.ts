import { describe, expect, test } from "vitest";
import { differencesOf } from "#app/domain/agreements/differences";
import { extended, extensionProblem } from "#app/domain/agreements/extension";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

// exampleContent: 2026-01-26 to 2026-04-17.
describe("an extension", () => {
  test("is read as its new last day, and the hours from the week in which they change", () => {
    const longer = extended(exampleContent, {
      endsOn: "2026-06-12",
      reportDueOn: undefined,
      hours: 25,
      since: "2026-04-22",
    });
    expect(differencesOf(exampleContent, longer)).toMatchObject([
      { what: "last_day", from: "2026-04-17", to: "2026-06-12", class: "new_version" },
    ]);
    expect(longer.stepPlan.at(-1)).toEqual({ fromWeek: 13, hoursPerWeek: 25 });
    const sooner = extended(exampleContent, {
      endsOn: "2026-06-12",
      reportDueOn: undefined,
      hours: 25,
      since: "2026-04-06",
    });
    expect(differencesOf(exampleContent, sooner).at(-1)).toMatchObject({
      what: "hours",
      to: 25,
      since: "2026-04-06",
      until: null,
    });
    expect(sooner.stepPlan.map(({ fromWeek }) => fromWeek)).toEqual(
      [...new Set(sooner.stepPlan.map(({ fromWeek }) => fromWeek))].sort((a, b) => a - b),
    );
  });

  test.each<[string, { endsOn: string; since?: string }, string | null]>([
    ["a later last day", { endsOn: "2026-04-18" }, null],
    ["the same last day", { endsOn: "2026-04-17" }, "not_later"],
    ["an earlier last day", { endsOn: "2026-04-01" }, "not_later"],
    ["hours before the first day", { endsOn: "2026-05-01", since: "2026-01-20" }, "since_outside"],
    ["hours after the new last day", { endsOn: "2026-05-01", since: "2026-05-02" }, "since_outside"],
    ["hours in the first week", { endsOn: "2026-05-01", since: "2026-01-30" }, "since_first_week"],
    ["hours from the second week", { endsOn: "2026-05-01", since: "2026-02-02" }, null],
  ])("%s", (_what, { endsOn, since }, code) => {
    expect(extensionProblem(exampleContent, { endsOn, since })).toBe(code);
  });
});
