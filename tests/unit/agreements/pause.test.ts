import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isPausedOn,
  openPause,
  type Pause,
  type PauseCode,
  pauseProblem,
  resume,
} from "#app/domain/agreements/pause";
import { stateOf } from "#app/domain/agreements/state";
import { dayAfter } from "#app/domain/organisations/day";

const period = { startsOn: "2026-03-02", endsOn: "2026-05-22" };
const today = "2026-04-01";
const sick = (from: string, until: string | null): Pause => ({ from, until, kind: "sick" });

describe("a pause", () => {
  test("has both its days, and goes on while nobody knows its end", () => {
    expect(isPausedOn([sick("2026-04-01", "2026-04-03")], "2026-04-01")).toBe(true);
    expect(isPausedOn([sick("2026-04-01", "2026-04-03")], "2026-04-03")).toBe(true);
    expect(isPausedOn([sick("2026-04-01", "2026-04-03")], "2026-04-04")).toBe(false);
    expect(isPausedOn([sick("2026-04-01", null)], "2026-05-22")).toBe(true);
    expect(isPausedOn([], "2026-04-01")).toBe(false);
  });

  test.each<[string, Pause, Pause[], PauseCode | null]>([
    ["sick from yesterday, nobody knows how long", sick("2026-03-31", null), [], null],
    ["something else until a day", { ...sick("2026-04-07", "2026-04-10"), kind: "other" }, [], null],
    ["something else, nobody knows how long", { ...sick("2026-04-07", null), kind: "other" }, [], null],
    ["back before it begins", sick("2026-04-07", "2026-04-06"), [], "return_before_pause"],
    ["before the first day", sick("2026-03-01", "2026-03-03"), [], "pause_outside_period"],
    ["after the last day", sick("2026-05-23", null), [], "pause_outside_period"],
    ["the last day too", sick("2026-05-20", "2026-05-22"), [], null],
    ["back after the last day", sick("2026-05-20", "2026-05-23"), [], "pause_past_end"],
    ["a day in another", sick("2026-04-03", null), [sick("2026-04-01", "2026-04-03")], "pause_overlaps"],
    ["before one without an end", sick("2026-04-01", "2026-04-06"), [sick("2026-04-07", null)], null],
    ["after one without an end", sick("2026-04-08", null), [sick("2026-04-07", null)], "pause_overlaps"],
  ])("%s", (_what, wish, pauses, code) => {
    expect(pauseProblem(wish, pauses, period)).toBe(code);
  });

  test("an employer's own has a day of return", () => {
    const needsReturn = true;
    expect(pauseProblem(sick("2026-04-07", null), [], period, { needsReturn })).toBe("return_missing");
    expect(pauseProblem(sick("2026-04-07", "2026-04-10"), [], period, { needsReturn })).toBeNull();
  });
});

describe("somebody is back", () => {
  const pauses = [
    sick("2026-03-09", "2026-03-10"),
    sick("2026-03-30", null),
    { ...sick("2026-05-04", "2026-05-05") },
  ];
  test.each<[string, Pause[], string, ReturnType<typeof resume>]>([
    ["today", [pauses[1]!], today, { pause: pauses[1]!, until: "2026-03-31" }],
    ["on a day ahead", [pauses[1]!], "2026-04-13", { pause: pauses[1]!, until: "2026-04-12" }],
    ["on the day it began: it never was", [pauses[1]!], "2026-03-30", { pause: pauses[1]!, until: null }],
    ["from the next pause, before it began", [pauses[2]!], today, { pause: pauses[2]!, until: null }],
    ["in the middle of the next one", pauses, "2026-05-05", "pause_overlaps"],
    ["after the last day", [pauses[1]!], "2026-05-24", "pause_past_end"],
    ["when nothing is paused", [pauses[0]!], today, "not_paused"],
  ])("%s", (_what, list, returnsOn, resumed) => {
    expect(resume(list, returnsOn, today, period)).toEqual(resumed);
  });

  test("pauses that were taken never share a day, whatever is asked for", () => {
    const day = fc.integer({ min: -3, max: 90 }).map((n) => dayAfter(period.startsOn, n));
    const ask = fc.record({ from: day, until: fc.option(day), back: day, resumes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 20 }), (asked) => {
        let taken: Pause[] = [];
        for (const { from, until, back, resumes } of asked) {
          if (resumes) {
            const resumed = resume(taken, back, today, period);
            if (typeof resumed === "string") continue;
            const { pause, until: end } = resumed;
            taken = taken.flatMap((one) => (one !== pause ? [one] : end ? [{ ...one, until: end }] : []));
          } else if (pauseProblem(sick(from, until), taken, period) === null) taken.push(sick(from, until));
        }
        for (let day = period.startsOn; day <= period.endsOn; day = dayAfter(day, 1))
          expect(taken.filter((one) => isPausedOn([one], day)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test("an agreement in force is said to be paused, until its last day has passed", () => {
  const agreement = { status: "in_force" as const, period, missing: [] };
  const pauses = [sick("2026-03-30", null)];
  expect(openPause(pauses, today)).toEqual(pauses[0]);
  expect(stateOf({ ...agreement, pauses }, today)).toEqual({
    name: "paused",
    since: "2026-03-30",
    until: null,
  });
  expect(stateOf({ ...agreement, pauses }, "2026-03-29").name).toBe("under_way");
  expect(stateOf({ ...agreement, pauses }, "2026-05-23").name).toBe("overdue_to_close");
  expect(stateOf({ ...agreement, status: "ended_early", pauses }, today).name).toBe("ended_early");
});
