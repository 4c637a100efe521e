import fc from "fast-check";
import { expect, test } from "vitest";
import { periodHeld, weekdayOf, weeksIn } from "#app/domain/agreements/period";
import { periodSums } from "#app/domain/agreements/period-sums";
import { suggestSteps, totalHours } from "#app/domain/agreements/step-plan";
import { dayAfter } from "#app/domain/organisations/day";
import { weekdays } from "#app/domain/placements/vocabulary";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const nothing = () => false;

test("from 8 to 20 hours in twelve weeks is 168 hours on three days a week, less one for a holiday", () => {
  const text = { ...exampleContent, stepPlan: suggestSteps({ from: 8, to: 20, weeks: 12 }), closedDays: [] };
  expect(periodSums(text, nothing)).toEqual({ weeks: 12, days: 36, hours: 168, off: [] });
  const monday = text.period.startsOn;
  expect(periodSums(text, (day) => day === monday)).toEqual({
    weeks: 12,
    days: 35,
    hours: 168,
    off: [monday],
  });
});

test("without a whole period there is nothing to sum up", () => {
  for (const period of [
    { startsOn: "", endsOn: "2026-04-17" },
    { startsOn: "2026-04-17", endsOn: "" },
    { startsOn: "2026-04-17", endsOn: "2026-04-16" },
  ])
    expect(periodSums({ ...exampleContent, period }, nothing)).toBeNull();
});

test("every day of the schedule is a day at the workplace or one that falls away, never both", () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => dayAfter("2026-01-01", n));
  const asked = fc.record({
    startsOn: day,
    days: fc.integer({ min: 0, max: 200 }),
    on: fc.subarray([...weekdays]),
    holidays: fc.array(day, { maxLength: 10 }),
    closed: fc.array(fc.tuple(day, fc.nat(20)), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(asked, ({ startsOn, days, on, holidays, closed }) => {
      const endsOn = dayAfter(startsOn, days);
      const text = {
        ...exampleContent,
        period: { startsOn, endsOn },
        schedule: on.map((weekday) => ({ weekday, from: "09:00", to: "12:00", breakMinutes: 0 })),
        closedDays: closed.map(([from, length]) => ({ startsOn: from, endsOn: dayAfter(from, length) })),
      };
      const sums = periodSums(text, (one) => holidays.includes(one))!;
      const all = Array.from({ length: days + 1 }, (_, n) => dayAfter(startsOn, n)).filter((one) =>
        on.includes(weekdayOf(one)),
      );
      const isOff = (one: string) =>
        holidays.includes(one) || text.closedDays.some((row) => row.startsOn <= one && one <= row.endsOn);
      expect(sums.off).toEqual(all.filter(isOff));
      expect(sums.days + sums.off.length).toBe(all.length);
      expect(sums.hours).toBe(totalHours(text.stepPlan, weeksIn(text.period)));
    }),
  );
});

test("what stopped early has the days until then, and before its first day none at all", () => {
  const period = { startsOn: "2026-12-07", endsOn: "2027-02-26" };
  expect(periodHeld(period, null)).toEqual(period);
  expect(periodHeld(period, "2027-02-26")).toEqual(period);
  expect(periodHeld(period, "2026-12-11")).toEqual({ startsOn: "2026-12-07", endsOn: "2026-12-11" });
  expect(periodHeld(period, "2026-11-23")).toBe(null);
  expect(periodHeld({ startsOn: "2026-12-07", endsOn: "" }, null)?.startsOn).toBe("2026-12-07");
});
