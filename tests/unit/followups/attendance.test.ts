import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alertsOf, unhandled } from "#app/domain/followups/alerts";
import { type Entry, hoursProblem, type Presence, typedHours } from "#app/domain/followups/attendance";
import { decideWeek, fieldOf, readWeekForm } from "#app/domain/followups/week-form";
import { sumsSoFar, sumWeek } from "#app/domain/followups/week-sums";

const agreement = "3b241101-e2bb-4255-8caf-4136c566a962";
const monday = "2026-02-02";
const entry = (day: string, presence: number | Presence["absence"], version = 1): Entry => ({
  ...(typeof presence === "number"
    ? { hours: presence, absence: null }
    : { hours: null, absence: presence as NonNullable<Presence["absence"]> }),
  day,
  byRole: "employer",
  byName: "Maj",
  way: "link",
  at: "2026-02-06T12:00:00.000Z",
  version,
});
const planned = (hours: readonly number[]) =>
  hours.map((one, index) => ({
    day: `2026-02-0${2 + index}`,
    hours: one,
    off: one === 0 ? ("not_scheduled" as const) : null,
  }));

test.each([
  ["2,5", 2.5],
  ["2.25", 2.25],
  [" 3 h ", 3],
  ["2:30", 2.5],
  ["0", 0],
  ["", null],
  ["två", null],
  ["-1", null],
])("typed hours: %j is %j", (text, hours) => {
  expect(typedHours(text)).toBe(hours);
});

test("hours of a day are 0 to 24, by the quarter", () => {
  expect([0, 0.25, 24].map(hoursProblem)).toEqual([null, null, null]);
  expect([-0.25, 24.25, Number.NaN].map(hoursProblem)).toEqual(["hours_range", "hours_range", "hours_range"]);
  expect(hoursProblem(2.1)).toBe("hours_quarter");
});

describe("the form of a week", () => {
  const form = (days: Record<string, [string, string?, string?]>) =>
    readWeekForm([
      ["p0", agreement],
      ...Object.entries(days).flatMap(([day, [choice, hours = "", seen = "0"]]): [string, string][] => [
        [fieldOf("p0", day, "val"), choice],
        [fieldOf("p0", day, "timmar"), hours],
        [fieldOf("p0", day, "last"), seen],
      ]),
    ]);

  test("hours, absences, and days about which nothing is said", () => {
    const read = form({ [monday]: ["present", "3,5"], "2026-02-03": ["sjuk", "3"], "2026-02-04": [""] });
    expect(read.problems).toEqual({});
    expect(read.inputs).toEqual([
      { agreementId: agreement, day: monday, seen: 0, presence: { hours: 3.5, absence: null } },
      { agreementId: agreement, day: "2026-02-03", seen: 0, presence: { hours: null, absence: "sjuk" } },
    ]);
  });

  test("what cannot be read is said at its field, and everything typed is kept", () => {
    const read = form({ [monday]: ["present", "tre"], "2026-02-03": ["present", "25"] });
    expect(read.problems).toEqual({
      [fieldOf(agreement, monday, "timmar")]: "hours_needed",
      [fieldOf(agreement, "2026-02-03", "timmar")]: "hours_range",
    });
    expect(read.typed[fieldOf(agreement, monday, "timmar")]).toBe("tre");
  });

  test("hours that were written without a choice are asked about; those that stood there say nothing", () => {
    const read = readWeekForm([
      ["p0", agreement],
      ...["", "3,5"].flatMap((stood, index): [string, string][] => [
        [fieldOf("p0", `2026-02-0${index + 2}`, "val"), ""],
        [fieldOf("p0", `2026-02-0${index + 2}`, "timmar"), "3,5"],
        [fieldOf("p0", `2026-02-0${index + 2}`, "stod"), stood],
      ]),
    ]);
    expect(read.problems).toEqual({ [fieldOf(agreement, "2026-02-02", "timmar")]: "choice_needed" });
    expect(read.inputs).toEqual([]);
  });

  test("whatever is sent, nothing but whole days with allowed values comes of it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 8 }),
        fc.string(),
        (fields, text) => {
          const { inputs } = readWeekForm([
            ...fields,
            [fieldOf(agreement, monday, "val"), text],
            [fieldOf(agreement, monday, "timmar"), text],
          ]);
          for (const { presence } of inputs)
            expect(presence.hours === null || hoursProblem(presence.hours) === null).toBe(true);
        },
      ),
    );
  });

  const within = { startsOn: "2026-01-26", endsOn: "2026-04-17", today: "2026-02-04" };
  const input = (day: string, hours: number, seen = 0) => ({
    agreementId: agreement,
    day,
    seen,
    presence: { hours, absence: null },
  });

  test("days to come and days outside the period are refused", () => {
    const decided = decideWeek([input("2026-02-05", 3), input("2026-01-23", 3)], [], within);
    expect(decided.changes).toEqual([]);
    expect(decided.problems).toEqual({
      [fieldOf(agreement, "2026-02-05", "val")]: "future_day",
      [fieldOf(agreement, "2026-01-23", "val")]: "outside_period",
    });
  });

  test("the same again is no change; what somebody wrote meanwhile is told, not written over", () => {
    expect(decideWeek([input(monday, 3)], [entry(monday, 3, 4)], within).changes).toEqual([]);
    const other = entry(monday, "sjuk", 2);
    expect(decideWeek([input(monday, 3, 1)], [other], within).conflicts).toEqual([
      { agreementId: agreement, entry: other },
    ]);
    expect(decideWeek([input(monday, 3, 2)], [other], within).changes).toHaveLength(1);
  });

  test("an absence that was read and has been taken back since is told, not written anew", () => {
    const decided = decideWeek([input(monday, 3, 1)], [], within);
    expect(decided.changes).toEqual([]);
    expect(decided.problems).toEqual({ [fieldOf(agreement, monday, "val")]: "taken_back" });
  });
});

describe("sums", () => {
  test("planned, real, sick and unwritten of a week", () => {
    const sums = sumWeek(
      monday,
      2,
      planned([3, 0, 3, 2]),
      [entry(monday, 2.5), entry("2026-02-04", "sjuk")],
      "2026-02-05",
    );
    expect(sums).toEqual({ monday, week: 2, planned: 8, real: 2.5, sick: 3, unwritten: 2, missing: 1 });
  });

  test("what has been so far are the weeks that are over", () => {
    const week = (at: string, real: number) => ({ ...sumWeek(at, 1, planned([4]), [], at), real });
    expect(sumsSoFar([week("2026-01-26", 4), week(monday, 1)], "2026-02-04")).toEqual({
      planned: 4,
      real: 4,
    });
  });
});

describe("alerts", () => {
  const of = (entries: Entry[], hours: number[] = [3, 0, 3, 2], certificateDays = 7) =>
    alertsOf({
      weeks: [sumWeek(monday, 2, planned(hours), entries, "2026-02-08")],
      entries,
      certificateDays,
    });

  test("two unreported absences in a week; one is none", () => {
    const one = entry(monday, "oanmald_franvaro");
    expect(of([one])).toEqual([]);
    expect(of([one, entry("2026-02-04", "oanmald_franvaro")])).toContainEqual({
      kind: "unreported",
      since: monday,
      count: 2,
    });
    expect(of([entry("2026-01-30", "oanmald_franvaro"), one])).toEqual([]);
  });

  test("under half of the plan, also when the rest were as planned; exactly half is enough", () => {
    const day = (hours: number) => [entry(monday, hours), entry("2026-02-04", 0), entry("2026-02-05", 1)];
    expect(of(day(3))).toEqual([]);
    expect(of(day(2.75))).toEqual([{ kind: "under_half", since: monday, real: 3.75, planned: 8 }]);
    // Nothing written is no absence.
    expect(of([])).toEqual([]);
    expect(of([entry(monday, "ledig")])).toEqual([]);
  });

  test.each([
    [7, "2026-02-02", "2026-02-08", 0],
    [7, "2026-02-02", "2026-02-09", 1],
    [14, "2026-02-02", "2026-02-09", 0],
  ])("sick longer than %i days: %s to %s is %i alert", (limit, from, until, count) => {
    const sick = of([entry(from, "sjuk"), entry(until, "sjuk")], [0], limit);
    expect(sick).toHaveLength(count);
    if (count > 0) expect(sick[0]).toEqual({ kind: "sick_long", since: from, days: 8, limit });
  });

  test("a day at work ends the sickness", () => {
    const days = [entry(monday, "sjuk"), entry("2026-02-04", 3), entry("2026-02-10", "sjuk")];
    expect(of(days, [0])).toEqual([]);
  });

  test("what somebody has taken care of is gone; the next one comes back", () => {
    const alerts = of([entry(monday, "oanmald_franvaro"), entry("2026-02-04", "oanmald_franvaro")], [0]);
    expect(unhandled(alerts, [{ kind: "unreported", since: monday }])).toEqual([]);
    expect(unhandled(alerts, [{ kind: "unreported", since: "2026-01-26" }])).toEqual(alerts);
  });
});
