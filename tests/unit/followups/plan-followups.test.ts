import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mondayOf, weekOf } from "#app/domain/agreements/period";
import { monthsOf } from "#app/domain/followups/calendar-months";
import { isLate, risks } from "#app/domain/followups/followup";
import {
  type FollowupFacts,
  isOpenDay,
  planDifference,
  type StandingFollowup,
  wantedFollowups,
} from "#app/domain/followups/plan-followups";
import { rhythmSchema } from "#app/domain/followups/rhythm";
import { shippedSteps } from "#app/domain/followups/shipped-rhythms";
import { dayAfter, daysBetween } from "#app/domain/organisations/day";
import { type PlacementKind, placementKinds, type Weekday } from "#app/domain/placements/vocabulary";

const workWeek: Weekday[] = ["man", "tis", "ons", "tors", "fre"];

function factsOf(of: Partial<FollowupFacts> & { kind?: PlacementKind } = {}): FollowupFacts {
  const { kind = "arbetsprovning", ...rest } = of;
  return {
    period: { startsOn: "2026-01-26", endsOn: "2026-04-17" },
    steps: shippedSteps(kind, "normal"),
    weekdays: workWeek,
    isOpen: () => true,
    pausedFrom: null,
    agreedOn: "2026-01-20",
    done: [],
    moved: [],
    ...rest,
  };
}

const planOf = (facts: FollowupFacts) => wantedFollowups(facts).map(({ step, dueOn }) => `${step} ${dueOn}`);

describe("the shipped rhythms", () => {
  test("arbetsprövning: contact every second week", () => {
    expect(planOf(factsOf())).toEqual([
      "contact-2w 2026-02-09",
      "contact-4w 2026-02-23",
      "contact-6w 2026-03-09",
      "contact-8w 2026-03-23",
      "contact-10w 2026-04-06",
    ]);
  });

  test("praktik: a call, a visit the week after, every fourth week, a closing meeting in the last week", () => {
    expect(planOf(factsOf({ kind: "praktik" }))).toEqual([
      "contact-1w 2026-02-02",
      "contact-2w 2026-02-09",
      "contact-6w 2026-03-09",
      "contact-10w 2026-04-06",
      "closing 2026-04-13",
    ]);
  });

  test("arbetsträning: call, visit in week 2, meeting after a month, week 7 extend or advance, closing", () => {
    expect(planOf(factsOf({ kind: "arbetstraning" }))).toEqual([
      "contact-1w 2026-02-02",
      "contact-week-2 2026-02-04",
      "contact-4w 2026-02-23",
      "extend-week-7 2026-03-11",
      "contact-8w 2026-03-23",
      "closing 2026-04-13",
    ]);
  });

  test("skyddad: monthly, a review every half year, and after twelve months whether to move on", () => {
    const plan = planOf(
      factsOf({ kind: "skyddad", period: { startsOn: "2026-01-30", endsOn: "2027-04-30" } }),
    );
    expect(plan).toContain("contact-1m 2026-03-02");
    expect(plan).toContain("contact-2m 2026-03-30");
    expect(plan).toContain("review-6m 2026-07-30");
    expect(plan).toContain("move_on-12m 2027-02-01");
    expect(plan.filter((one) => one.startsWith("contact"))).toHaveLength(13);
    expect(plan.filter((one) => one.startsWith("review"))).toHaveLength(1);
  });

  test.each(placementKinds.flatMap((kind) => risks.map((risk) => [kind, risk] as const)))(
    "%s, %s can be saved as it is",
    (kind, risk) => {
      expect(rhythmSchema.safeParse(shippedSteps(kind, risk)).success).toBe(true);
    },
  );

  test.each(placementKinds)("%s is followed more often when it is to be followed more closely", (kind) => {
    const count = (risk: "normal" | "closer") =>
      wantedFollowups(factsOf({ steps: shippedSteps(kind, risk) })).length;
    expect(count("closer")).toBeGreaterThan(count("normal"));
  });
});

describe("days that are not open", () => {
  test("a holiday gives way to the next day, the last week's meeting to a day before", () => {
    const closed = ["2026-02-02", ...Array.from({ length: 7 }, (_, index) => dayAfter("2026-04-11", index))];
    const plan = planOf(factsOf({ kind: "praktik", isOpen: (day) => !closed.includes(day) }));
    expect(plan).toContain("contact-1w 2026-02-03");
    expect(plan).toContain("closing 2026-04-10");
  });

  test("a visit is put on a day when somebody is there, a call on any", () => {
    const plan = planOf(factsOf({ kind: "praktik", weekdays: ["tors"] }));
    expect(plan).toContain("contact-1w 2026-02-02");
    expect(plan).toContain("contact-2w 2026-02-12");
  });

  test("of what recurs within a pause one is held when it is over", () => {
    const isOpen = (day: string) => day < "2026-02-16" || day > "2026-03-26";
    expect(planOf(factsOf({ isOpen }))).toEqual([
      "contact-2w 2026-02-09",
      "contact-8w 2026-03-27",
      "contact-10w 2026-04-06",
    ]);
  });

  test("while nobody knows when it goes on, nothing is planned from then", () => {
    expect(planOf(factsOf({ kind: "praktik", pausedFrom: "2026-02-09" }))).toEqual(["contact-1w 2026-02-02"]);
  });

  test("a closing meeting that was held is held again when the end was moved after it", () => {
    const done = [{ step: "closing", doneOn: "2026-04-13" }];
    const longer = { startsOn: "2026-01-26", endsOn: "2026-08-28" };
    const extended = factsOf({ kind: "praktik", done, period: longer, agreedOn: "2026-04-15" });
    expect(planOf(extended)).toContain("closing-2 2026-08-24");
    // Also when it was held on the very day on which the later end was agreed.
    const sameDay = factsOf({ kind: "praktik", done, period: longer, agreedOn: "2026-04-13" });
    expect(planOf(sameDay)).toContain("closing-2 2026-08-24");
    expect(planOf(factsOf({ kind: "praktik", done }))).toContain("closing 2026-04-13");
  });
});

test("late after three days", () => {
  const late = (dueOn: string) => isLate({ status: "planned", dueOn }, "2026-03-10");
  expect(late("2026-03-07")).toBe(false);
  expect(late("2026-03-06")).toBe(true);
  expect(isLate({ status: "done", dueOn: "2026-01-01" }, "2026-03-10")).toBe(false);
});

const standing = (of: Partial<StandingFollowup> & Pick<StandingFollowup, "step" | "dueOn">) =>
  ({
    id: of.step,
    status: "planned",
    purpose: "contact",
    form: "besok",
    moved: false,
    plannedBy: "rhythm",
    ...of,
  }) satisfies StandingFollowup;

describe("planning anew", () => {
  const today = "2026-02-20";

  test("adds only what is ahead, and never what is done", () => {
    const { add } = planDifference(
      [standing({ step: "contact-6w", dueOn: "2026-03-09", status: "done" })],
      factsOf(),
      {
        today,
      },
    );
    expect(add.map(({ step }) => step)).toEqual(["contact-4w", "contact-8w", "contact-10w"]);
  });

  test("what somebody has moved or planned stays where it is", () => {
    const kept = [
      standing({ step: "contact-4w", dueOn: "2026-03-01", moved: true }),
      standing({ step: "own:1", dueOn: "2026-03-07", plannedBy: "person" }),
    ];
    const { add, move, drop } = planDifference(kept, factsOf(), { today });
    expect([move, drop]).toEqual([[], []]);
    expect(add.map(({ step }) => step)).not.toContain("contact-4w");
  });

  test("what is late already stays, also when another rhythm would not have it", () => {
    const late = standing({ step: "contact-1w", dueOn: "2026-02-02", form: "telefon" });
    expect(planDifference([late], factsOf(), { today }).drop).toEqual([]);
    const ahead = standing({ step: "contact-7w", dueOn: "2026-03-16" });
    expect(planDifference([ahead], factsOf(), { today }).drop).toEqual(["contact-7w"]);
  });

  test("what has ended drops the rest, but for the check-ups after it", () => {
    const rest = [
      standing({ step: "contact-1w", dueOn: "2026-02-02" }),
      standing({ step: "own:1", dueOn: "2026-03-07", plannedBy: "person", moved: true }),
      standing({ step: "checkup-3m", dueOn: "2026-07-07", purpose: "checkup", plannedBy: "person" }),
      standing({ step: "contact-2w", dueOn: "2026-02-09", status: "done" }),
    ];
    expect(planDifference(rest, null, { today })).toEqual({
      add: [],
      move: [],
      drop: ["contact-1w", "own:1"],
    });
  });
});

const anyDay = fc.integer({ min: 0, max: 500 }).map((days) => dayAfter("2026-01-01", days));
const anyFacts: fc.Arbitrary<FollowupFacts> = fc
  .record({
    kind: fc.constantFrom(...placementKinds),
    risk: fc.constantFrom(...risks),
    startsOn: anyDay,
    days: fc.integer({ min: 0, max: 500 }),
    weekdays: fc.subarray(workWeek),
    closed: fc.array(anyDay, { maxLength: 60 }),
    pause: fc.option(fc.record({ from: anyDay, days: fc.integer({ min: 0, max: 90 }) })),
    pausedFrom: fc.option(anyDay, { freq: 5 }),
  })
  .map(({ kind, risk, startsOn, days, weekdays, closed, pause, pausedFrom }) => {
    const shut = new Set(closed);
    const isPaused = (day: string) =>
      pause !== null && day >= pause.from && daysBetween(pause.from, day) <= pause.days;
    return factsOf({
      steps: shippedSteps(kind, risk),
      period: { startsOn, endsOn: dayAfter(startsOn, days) },
      weekdays,
      isOpen: (day) => !shut.has(day) && !isPaused(day),
      pausedFrom,
    });
  });

describe("whatever the facts", () => {
  test("every step is planned at most once, in order, on an open day of the period", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const wanted = wantedFollowups(facts);
        expect(new Set(wanted.map(({ step }) => step)).size).toBe(wanted.length);
        expect(wanted.filter(({ dueOn }) => !isOpenDay(facts, dueOn))).toEqual([]);
        expect(wanted.map(({ dueOn }) => dueOn)).toEqual(wanted.map(({ dueOn }) => dueOn).sort());
      }),
    );
  });

  test("what recurs is never twice in a week, nor in a week with another step", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const weeks = wantedFollowups(facts).map(({ step, dueOn }) => ({ step, week: mondayOf(dueOn) }));
        const recurring = weeks.filter(({ step }) => /^contact-\d+[wm]$/.test(step));
        const once = new Set(
          facts.steps.flatMap((step) => (step.time === "after" ? [`contact-${step.count}w`] : [])),
        );
        for (const one of recurring.filter(({ step }) => !once.has(step)))
          expect(weeks.filter(({ week }) => week === one.week)).toHaveLength(1);
      }),
    );
  });

  test("without days off nothing that lies within the period is missing", () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const facts = { ...some, isOpen: () => true, pausedFrom: null };
        const weeks = weekOf(facts.period, facts.period.endsOn);
        const names = wantedFollowups(facts).map(({ step }) => step);
        for (const step of facts.steps) {
          if (step.time === "in_week" && step.week < weeks)
            expect(names.join()).toContain(`week-${step.week}`);
          if (step.time === "last_week" && weeks > 1) expect(names).toContain("closing");
        }
      }),
    );
  });

  test("written down and planned anew there is no difference, on this day nor the next", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyDay, (before, after, today) => {
        const write = (rows: StandingFollowup[], facts: FollowupFacts | null, day: string) => {
          const { add, move, drop } = planDifference(rows, facts, { today: day });
          const kept = rows.map((row) => ({
            ...row,
            ...move.find(({ id }) => id === row.id),
            ...(drop.includes(row.id) ? { status: "dropped" as const } : {}),
          }));
          const added = add.map((one) => standing(one));
          return [...kept.filter(({ id }) => !added.some((one) => one.id === id)), ...added];
        };
        const first = write(write([], before, dayAfter(today, -20)), after, today);
        expect(planDifference(first, after, { today })).toEqual({ add: [], move: [], drop: [] });
        expect(planDifference(first, after, { today: dayAfter(today, 1) })).toEqual({
          add: [],
          move: [],
          drop: [],
        });
        const shown = first.filter(({ status }) => status === "planned");
        expect(shown.filter(({ dueOn }) => !isOpenDay(after, dueOn))).toEqual([]);
      }),
    );
  });
});

describe("the calendar that shows a rhythm", () => {
  test("a month has the weeks that the period touches, from Monday to Sunday, and no day of another month", () => {
    expect(monthsOf({ startsOn: "2026-11-23", endsOn: "2026-12-04" })).toEqual([
      {
        month: "2026-11",
        weeks: [
          ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"],
          ["2026-11-30", null, null, null, null, null, null],
        ],
      },
      {
        month: "2026-12",
        weeks: [[null, "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06"]],
      },
    ]);
  });

  test("whatever the period, each of its days stands once, under its weekday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 420 }), (from, length) => {
        const startsOn = dayAfter("1990-01-01", from);
        const endsOn = dayAfter(startsOn, length);
        const months = monthsOf({ startsOn, endsOn });
        const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
        expect(days.filter((day) => day >= startsOn && day <= endsOn)).toEqual(
          Array.from({ length: length + 1 }, (_, ahead) => dayAfter(startsOn, ahead)),
        );
        for (const week of months.flatMap(({ weeks }) => weeks))
          week.forEach((day, place) => {
            if (day) expect(daysBetween(mondayOf(day), day)).toBe(place);
          });
      }),
    );
  });
});
