import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Session } from "#app/domain/agreements/content";
import { clash, daysOf, inOrder, scheduleProblem, sumHours } from "#app/domain/agreements/schedule";
import { anySession, exampleContent } from "#tests/unit/agreements/arbitraries";

const session = (weekday: Session["weekday"], from: string, to: string, breakMinutes = 0): Session => ({
  weekday,
  from,
  to,
  breakMinutes,
});

test("the week of the example makes eight hours, a pause not counted", () => {
  expect(sumHours(exampleContent.schedule)).toBe(8);
  expect(daysOf(exampleContent.schedule)).toEqual(["man", "ons", "tors"]);
});

describe("what is no week", () => {
  test.each<[string, Session[], string]>([
    ["nothing at all", [], "schedule_required"],
    ["ends before it starts", [session("man", "12:00", "09:00")], "ends_at_before_start"],
    ["no time at all", [session("man", "09:00", "09:00")], "ends_at_before_start"],
    ["nothing but pause", [session("man", "09:00", "10:00", 60)], "break_too_long"],
    [
      "times that overlap",
      [session("man", "09:00", "12:00"), session("man", "11:30", "13:00")],
      "times_overlap",
    ],
    [
      "the same time twice",
      [session("man", "09:00", "12:00"), session("man", "09:00", "12:00")],
      "times_overlap",
    ],
    [
      "eleven hours in a day",
      [session("man", "06:00", "12:00"), session("man", "12:00", "17:00")],
      "day_too_long",
    ],
  ])("%s", (_what, schedule, code) => expect(scheduleProblem(schedule)?.code).toBe(code));
  test("one after the other is no clash", () => {
    expect(scheduleProblem([session("man", "09:00", "12:00"), session("man", "12:00", "13:00")])).toBeNull();
  });
});

test("the order in which times are written changes neither the sum nor the answer", () => {
  fc.assert(
    fc.property(fc.array(anySession, { maxLength: 8 }), (schedule) => {
      const sorted = inOrder(schedule);
      expect(sumHours(sorted)).toBe(sumHours(schedule));
      expect(scheduleProblem(sorted)?.code).toBe(scheduleProblem(schedule)?.code);
    }),
  );
});

test("two sessions clash exactly when some minute lies in both", () => {
  const minutes = ({ from, to }: Session) => {
    const at = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
    return Array.from({ length: at(to) - at(from) }, (_, index) => at(from) + index);
  };
  fc.assert(
    fc.property(anySession, anySession, (a, b) => {
      const shared = new Set(minutes(a));
      const isShared = a.weekday === b.weekday && minutes(b).some((minute) => shared.has(minute));
      expect(clash(a, b)).toBe(isShared);
      expect(clash(b, a)).toBe(isShared);
    }),
  );
});

test("no more hours than the clock has room for", () => {
  fc.assert(
    fc.property(fc.array(anySession, { minLength: 1, maxLength: 8 }), (schedule) => {
      fc.pre(scheduleProblem(schedule) === null);
      expect(sumHours(schedule)).toBeLessThanOrEqual(daysOf(schedule).length * 10);
      expect(sumHours(schedule)).toBeGreaterThan(0);
    }),
  );
});
