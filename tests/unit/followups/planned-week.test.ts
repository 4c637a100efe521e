import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestDay, sumHours } from "#app/domain/agreements/schedule";
import { livedPeriod, mondaysOf, type PlanFacts, plannedWeek } from "#app/domain/followups/planned-week";
import { spreadHours } from "#app/domain/followups/spread-hours";
import { isHoliday } from "#app/platform/holidays.server";
import { anySession, exampleContent } from "#tests/unit/agreements/arbitraries";

const first = { agreedOn: "2026-01-20", content: exampleContent };
const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  texts: [first],
  endedOn: null,
  isPaused: () => false,
  isHoliday,
  ...changes,
});
const hours = (of: PlanFacts, monday: string) => plannedWeek(of, monday).map((day) => day.hours);

describe("the hours of a week on its days", () => {
  test("the first week is the schedule itself; a later step raises its days", () => {
    expect(hours(facts(), "2026-01-26")).toEqual([3, 0, 3, 2, 0, 0, 0]);
    expect(hours(facts(), "2026-02-23")).toEqual([3.75, 0, 3.75, 2.5, 0, 0, 0]);
  });

  test("when the days are full, further weekdays are taken", () => {
    const spread = spreadHours([{ weekday: "man", from: "09:00", to: "13:00", breakMinutes: 0 }], 20);
    expect([...spread.values()].reduce((sum, one) => sum + one, 0)).toBe(20);
    expect(Math.max(...spread.values())).toBeLessThanOrEqual(8);
    expect([...spread.keys()]).toEqual(["man", "tis", "ons"]);
  });

  test("every hour of the plan lies on a day, in quarters, and no day has more than there is room for", () => {
    fc.assert(
      fc.property(
        fc.array(anySession, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 80 }),
        (schedule, halves) => {
          const spread = [...spreadHours(schedule, halves / 2).values()];
          expect(spread.reduce((sum, one) => sum + one, 0)).toBeCloseTo(halves / 2, 9);
          expect(spread.every((one) => one >= 0 && Number.isInteger(one * 4))).toBe(true);
          const longest = longestDay(schedule);
          expect(Math.max(...spread)).toBeLessThanOrEqual(Math.max(8, longest));
        },
      ),
    );
  });

  test("a week whose plan is the schedule's sum is the schedule", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySession, { minLength: 1, maxLength: 5, selector: (one) => one.weekday }),
        (schedule) => {
          const spread = spreadHours(schedule, sumHours(schedule));
          for (const session of schedule) expect(spread.get(session.weekday)).toBe(sumHours([session]));
        },
      ),
    );
  });
});

describe("days on which nobody is expected", () => {
  test("holidays, closed days and pauses, each by its name", () => {
    const closed = { ...exampleContent, closedDays: [{ startsOn: "2026-02-02", endsOn: "2026-02-03" }] };
    const week = plannedWeek(
      facts({
        texts: [{ agreedOn: "2026-01-20", content: closed }],
        isPaused: (day) => day === "2026-02-04",
      }),
      "2026-02-02",
    );
    expect(week.map(({ off }) => off)).toEqual([
      "closed",
      "not_scheduled",
      "paused",
      null,
      "not_scheduled",
      "not_scheduled",
      "not_scheduled",
    ]);
    // Good Friday is no day of the schedule; Easter Monday is.
    const easter = plannedWeek(facts(), "2026-04-06")[0]!;
    expect(easter).toEqual({ day: "2026-04-06", hours: 0, off: "holiday" });
  });

  test("nothing after an early end, nothing outside the period", () => {
    const ended = facts({ endedOn: "2026-02-03" });
    expect(hours(ended, "2026-02-02")).toEqual([3, 0, 0, 0, 0, 0, 0]);
    expect(livedPeriod(ended)).toEqual({ startsOn: "2026-01-26", endsOn: "2026-02-03" });
    expect(hours(facts(), "2026-01-19")).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(mondaysOf({ startsOn: "2026-01-28", endsOn: "2026-02-09" })).toEqual([
      "2026-01-26",
      "2026-02-02",
      "2026-02-09",
    ]);
  });
});

test("a past week follows the text that counted then; a change counts from the day it was agreed", () => {
  const more = { ...exampleContent, stepPlan: [{ fromWeek: 1, hoursPerWeek: 16 }] };
  const changed = facts({ texts: [first, { agreedOn: "2026-02-04", content: more }] });
  expect(hours(changed, "2026-01-26")).toEqual([3, 0, 3, 2, 0, 0, 0]);
  // Monday by the old text, Wednesday and Thursday by the new one.
  expect(hours(changed, "2026-02-02")).toEqual([3, 0, 6, 4, 0, 0, 0]);
  expect(hours(changed, "2026-02-09")).toEqual([6, 0, 6, 4, 0, 0, 0]);
});
