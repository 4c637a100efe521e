import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementStatuses } from "#app/domain/agreements/agreement-status";
import { signatureSlots } from "#app/domain/agreements/signatures";
import {
  daysToLookAt,
  dueReminders,
  monthlyDay,
  type ReminderFacts,
  recipientOf,
  stillHolds,
} from "#app/domain/notifications/reminders";
import { dayAfter } from "#app/domain/organisations/day";

const start = "2026-06-01";
const facts = (changes: Partial<ReminderFacts> = {}): ReminderFacts => ({
  status: "in_force",
  startsOn: start,
  endsOn: "2026-08-28",
  firstDay: start,
  isPaused: false,
  ratedOn: null,
  out: null,
  ...changes,
});
const out = (sentOn = "2026-05-01", open: NonNullable<ReminderFacts["out"]>["open"] = ["participant"]) =>
  facts({ status: "out_for_signature", out: { version: 1, sentOn, open } });

const day = fc.integer({ min: 0, max: 900 }).map((days) => dayAfter("2026-01-01", days));
const anyFacts: fc.Arbitrary<ReminderFacts> = fc
  .record({
    status: fc.constantFrom(...agreementStatuses),
    startsOn: fc.option(day),
    endsOn: fc.option(day),
    isPaused: fc.boolean(),
    ratedOn: fc.option(day),
    out: fc.option(
      fc.record({
        version: fc.integer({ min: 1, max: 9 }),
        sentOn: day,
        open: fc.subarray([...signatureSlots]),
      }),
    ),
    later: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ later, ...rest }) => ({
    ...rest,
    firstDay: rest.startsOn && later !== null ? dayAfter(rest.startsOn, later) : null,
  }));
const keyOf = (one: { kind: string; subject: string; step: number }) =>
  `${one.kind} ${one.subject} ${one.step}`;

describe("when it is said", () => {
  test.each([
    ["8 days before the start", -8, []],
    ["7 days before", -7, [7]],
    ["a night late", -6, [7]],
    ["2 days before", -2, [2]],
    ["the day before, when nothing could be sent", -1, [2]],
    ["on the first day somebody has to call", 0, []],
  ])("a missing signature: %s", (_, days, steps) => {
    expect(dueReminders(out(), dayAfter(start, days)).map(({ step }) => step)).toEqual(steps);
  });

  test("who was sent the text a moment ago is not reminded of it", () => {
    expect(dueReminders(out(dayAfter(start, -7)), dayAfter(start, -6))).toEqual([]);
    expect(dueReminders(out(dayAfter(start, -7)), dayAfter(start, -2))).toHaveLength(1);
  });

  test("those whose signature is missing, and staff", () => {
    const [due] = dueReminders(
      out(undefined, ["employer_1", "employer_2", "coordinator"]),
      dayAfter(start, -7),
    );
    expect(due?.to).toEqual(["employer_1", "employer_2", "staff"]);
  });

  test("the first day is said the day before, and on it when the night was missed", () => {
    for (const [days, count] of [
      [-2, 0],
      [-1, 1],
      [0, 1],
      [1, 0],
    ] as const)
      expect(
        dueReminders(facts(), dayAfter(start, days)).filter(({ kind }) => kind === "first_day"),
      ).toHaveLength(count);
  });

  test("the first day is the one on which somebody is expected, not the one on which the period begins", () => {
    const monday = dayAfter(start, 7);
    const due = (today: string) => dueReminders(facts({ firstDay: monday }), today);
    expect(due(dayAfter(start, -1))).toEqual([]);
    expect(due(dayAfter(monday, -1))).toMatchObject([{ kind: "first_day", subject: monday }]);
    expect(dueReminders(facts({ firstDay: null }), dayAfter(start, -1))).toEqual([]);
    expect(
      dueReminders(
        facts({ firstDay: dayAfter(start, 32), ratedOn: dayAfter(start, 25) }),
        dayAfter(start, 31),
      ),
    ).toEqual([]);
  });

  test("the end is said 14 days before, to all around it; not when it was in sight from the beginning", () => {
    const due = dueReminders(facts(), "2026-08-14");
    expect(due).toEqual([
      { kind: "ends_soon", subject: "2026-08-28", step: 0, to: ["participant", "employer_1", "staff"] },
    ]);
    expect(
      dueReminders(facts({ startsOn: "2026-08-14", firstDay: "2026-08-14" }), "2026-08-14").map(
        ({ kind }) => kind,
      ),
    ).toEqual(["first_day"]);
  });
});

test("nothing about what is paused, a draft, cancelled, ended or closed", () => {
  fc.assert(
    fc.property(anyFacts, day, (some, today) => {
      if (!some.isPaused && ["out_for_signature", "in_force"].includes(some.status)) return;
      expect(dueReminders(some, today)).toEqual([]);
    }),
  );
});

test("what is due lies within the days that the nightly job looks at", () => {
  const within = (one: string | null, { from, to }: { from: string; to: string }) =>
    one !== null && one >= from && one <= to;
  fc.assert(
    fc.property(anyFacts, day, (some, today) => {
      if (dueReminders(some, today).length === 0) return;
      const { unsignedStart, firstDay, lastDay, rating } = daysToLookAt(today);
      const isMonthly =
        (some.startsOn ?? "9") < rating.before &&
        rating.daysOfMonth.includes(Number(some.startsOn?.slice(8)));
      const looked =
        some.status === "out_for_signature"
          ? within(some.startsOn, unsignedStart)
          : within(some.startsOn, firstDay) || within(some.endsOn, lastDay) || isMonthly;
      expect(looked).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("each is said on consecutive days only, with one key: one missed night loses nothing, many nights repeat nothing", () => {
  fc.assert(
    fc.property(anyFacts, (some) => {
      const days = new Map<string, string[]>();
      for (let today = "2025-12-01"; today < "2028-08-01"; today = dayAfter(today, 1))
        for (const due of dueReminders(some, today))
          days.set(keyOf(due), [...(days.get(keyOf(due)) ?? []), today]);
      for (const said of days.values()) {
        expect(said.at(-1)).toBe(dayAfter(said[0]!, said.length - 1));
        expect(said.length).toBeGreaterThan(1);
      }
      // How it goes is asked every month.
      expect([...days.keys()].filter((key) => !key.startsWith("rating")).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});

test("a reminder no longer holds when its day has moved or the place is signed", () => {
  const today = dayAfter(start, -1);
  const planned = { kind: "first_day" as const, subject: start, step: 0, recipient: "participant" };
  expect(stillHolds(planned, dueReminders(facts(), today))).toBe(true);
  expect(
    stillHolds(
      planned,
      dueReminders(facts({ startsOn: dayAfter(start, 7), firstDay: dayAfter(start, 7) }), today),
    ),
  ).toBe(false);
  expect(stillHolds(planned, dueReminders(facts({ isPaused: true }), today))).toBe(false);
  const unsigned = { kind: "unsigned" as const, subject: "v1", step: 7, recipient: "participant" };
  expect(stillHolds(unsigned, dueReminders(out(), dayAfter(start, -7)))).toBe(true);
  expect(stillHolds(unsigned, dueReminders(out(undefined, ["employer_1"]), dayAfter(start, -7)))).toBe(false);
  expect(stillHolds({ ...unsigned, recipient: "coach:x" }, dueReminders(out(), dayAfter(start, -7)))).toBe(
    true,
  );
});

test("a recipient is kept as one word", () => {
  expect(recipientOf("employer_1")).toEqual({ party: "employer_1" });
  expect(recipientOf("coordinator:a:b")).toEqual({ party: "staff", role: "coordinator", userId: "a:b" });
});

describe("how it goes is asked once a month", () => {
  const rated = (today: string, ratedOn: string | null = null) =>
    dueReminders(facts({ ratedOn }), today).filter(({ kind }) => kind === "rating");

  test.each([
    ["2026-06-01", "2026-06-30", null],
    ["2026-06-01", "2026-07-01", "2026-07-01"],
    ["2026-06-01", "2026-08-15", "2026-08-01"],
    ["2026-01-31", "2026-02-28", "2026-02-28"],
    ["2026-01-31", "2026-04-29", "2026-03-31"],
    ["2025-12-15", "2026-01-15", "2026-01-15"],
  ])("begun %s, on %s: %s", (startsOn, today, expected) => {
    expect(monthlyDay(startsOn, today)).toBe(expected);
  });

  test("the participant, from the day and a week on, not before and not whoever has answered lately", () => {
    expect(rated("2026-06-30")).toEqual([]);
    expect(rated("2026-07-01")).toEqual([
      { kind: "rating", subject: "2026-07-01", step: 0, to: ["participant"] },
    ]);
    expect(rated("2026-07-07")).toHaveLength(1);
    expect(rated("2026-07-08")).toEqual([]);
    expect(rated("2026-07-01", "2026-06-20")).toEqual([]);
    expect(rated("2026-08-01", "2026-07-01")).toHaveLength(1);
  });

  test("whoever is asked is among those that the night looks at", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (startsOn, days) => {
        const today = dayAfter(startsOn, days);
        const due = dueReminders(facts({ startsOn, endsOn: dayAfter(startsOn, 500), firstDay: null }), today);
        const { before, daysOfMonth } = daysToLookAt(today).rating;
        if (due.some(({ kind }) => kind === "rating"))
          expect(startsOn < before && daysOfMonth.includes(Number(startsOn.slice(8)))).toBe(true);
      }),
    );
  });
});
