import { describe, expect, test } from "vitest";
import { conflictsOf, type Surroundings } from "#app/domain/agreements/conflicts";
import { type AgreementContent, agreementContentSchema } from "#app/domain/agreements/content";
import { differencesOf } from "#app/domain/agreements/differences";
import { type AgreementDraft, contentOf, problemsOf } from "#app/domain/agreements/draft";
import { changedFields, classOfChange, fieldClasses } from "#app/domain/agreements/field-classes";
import { readAgreementNumber } from "#app/domain/agreements/number";
import { startOfWeek, weekdayOf, weekOf, weeksIn } from "#app/domain/agreements/period";
import { stateOf } from "#app/domain/agreements/state";
import { daysOff, firstWorkingDay, scheduledDays, workingDays } from "#app/domain/agreements/working-days";
import { dayAfter } from "#app/domain/organisations/day";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const changed = (change: (content: AgreementContent) => void): AgreementContent => {
  const content = structuredClone(exampleContent);
  change(content);
  return content;
};
const draft = (change: (content: AgreementDraft) => void): AgreementDraft => {
  const content: AgreementDraft = structuredClone(exampleContent);
  change(content);
  return content;
};

describe("ready to be signed", () => {
  test("the example is", () => {
    expect(problemsOf(exampleContent)).toEqual([]);
    expect(contentOf(exampleContent)).toEqual(exampleContent);
  });
  test.each<[string, (content: AgreementDraft) => void, string, string]>([
    ["start after end", (one) => (one.period.endsOn = "2026-01-25"), "period.endsOn", "ends_before_start"],
    ["no start", (one) => (one.period.startsOn = ""), "period.startsOn", "starts_required"],
    ["no such day", (one) => (one.period.startsOn = "2026-02-30"), "period.startsOn", "starts_required"],
    ["60 hours", (one) => (one.stepPlan[2]!.hoursPerWeek = 60), "stepPlan.2.hoursPerWeek", "hours_range"],
    ["times that overlap", (one) => (one.schedule[1]!.weekday = "man"), "schedule", "times_overlap"],
    ["times that make seven hours", (one) => (one.schedule[0]!.to = "11:00"), "schedule", "schedule_differs"],
    ["no kind", (one) => (one.kind = null), "kind", "kind_required"],
    ["no goal", (one) => (one.goals = []), "goals", "goal_required"],
    ["no insurance", (one) => (one.insurance.injury = " "), "insurance.injury", "insurance_required"],
    ["no payer", (one) => (one.costs.payer = null), "costs.payer", "payer_required"],
    [
      "nobody who signs",
      (one) => (one.parties.employer.signatories = []),
      "parties.employer.signatories",
      "signatory_required",
    ],
    ["zero weeks", (one) => (one.assignment!.weeks = 0), "assignment.weeks", "weeks_range"],
    [
      "a report before the start",
      (one) => (one.assignment!.reportDueOn = "2026-01-01"),
      "assignment.reportDueOn",
      "report_before_start",
    ],
  ])("%s is not", (_what, change, field, code) => {
    const one = draft(change);
    expect(problemsOf(one)).toContainEqual(expect.objectContaining({ field, code }));
    expect(contentOf(one)).toBeNull();
  });
  test("a field that nobody knows is refused: what is signed is what is shown", () => {
    expect(agreementContentSchema.safeParse({ ...exampleContent, secret: "x" }).success).toBe(false);
  });
});

describe("differences that people can read", () => {
  test("10 → 15 hours a week from a day", () => {
    const after = changed((one) => (one.stepPlan[1]!.hoursPerWeek = 15));
    expect(differencesOf(exampleContent, after)).toEqual([
      {
        class: "new_version",
        field: "stepPlan",
        what: "hours",
        from: 10,
        to: 15,
        since: "2026-02-23",
        until: "2026-03-22",
      },
    ]);
  });
  test("an extension is a new last day, and no change of hours", () => {
    const after = changed((one) => (one.period.endsOn = "2026-05-15"));
    expect(differencesOf(exampleContent, after)).toEqual([
      { class: "new_version", field: "period", what: "last_day", from: "2026-04-17", to: "2026-05-15" },
    ]);
  });
  test("Thursday becomes Friday", () => {
    const after = changed((one) => (one.schedule[2]!.weekday = "fre"));
    const told = differencesOf(exampleContent, after);
    expect(
      told.map((one) => one.what === "session" && [one.weekday, one.from.length, one.to.length]),
    ).toEqual([
      ["tors", 1, 0],
      ["fre", 0, 1],
    ]);
  });
  test("every field of a content is told when it differs", () => {
    for (const field of Object.keys(fieldClasses) as (keyof AgreementContent)[]) {
      if (field === "schema" || field === "parties") continue;
      const after = structuredClone(exampleContent);
      switch (field) {
        case "closedDays":
          after.closedDays = [{ startsOn: "2026-03-30", endsOn: "2026-03-31" }];
          break;
        case "stepPlan":
          after.stepPlan[0]!.hoursPerWeek = 9;
          break;
        case "kind":
          after.kind = "praktik";
          break;
        case "schedule":
          after.schedule.pop();
          break;
        case "goals":
          after.goals.push("Ett mål till");
          break;
        case "period":
          after.period.startsOn = "2026-01-27";
          break;
        case "tasks":
          after.tasks.words = "Annat";
          break;
        case "adaptations":
          after.adaptations.list = [];
          break;
        case "supervisor":
          after.supervisor.name = "Ulla Ek";
          break;
        case "insurance":
          after.insurance.damage = "Annan";
          break;
        case "workEnvironment":
          after.workEnvironment.introduction = ["round"];
          break;
        case "costs":
          after.costs.payer = "agency";
          break;
        case "assignment":
          after.assignment = null;
          break;
        default:
          after[field] = "Något annat";
      }
      expect(changedFields(exampleContent, after)).toEqual([field]);
      expect(differencesOf(exampleContent, after).length, field).toBeGreaterThan(0);
      expect(classOfChange(exampleContent, after)).toBe(fieldClasses[field]);
    }
  });
  test("nothing differs from itself", () => {
    expect(classOfChange(exampleContent, structuredClone(exampleContent))).toBeNull();
  });
});

const around: Surroundings = {
  others: [],
  placement: {
    hasFreeSlot: true,
    nextFreeDay: null,
    kinds: ["arbetsprovning"],
    hoursMin: 8,
    hoursMax: 20,
    shortestDay: 2,
    weekdays: ["man", "tis", "ons", "tors", "fre"],
    weeksMin: 4,
    weeksMax: 26,
  },
  today: "2026-01-10",
};

describe("conflicts", () => {
  const codes = (content: AgreementDraft, more: Partial<Surroundings> = {}) =>
    conflictsOf(content, { ...around, ...more }).map(({ code }) => code);
  const offered = (more: Partial<NonNullable<Surroundings["placement"]>>) => ({
    placement: { ...around.placement!, ...more },
  });
  test("none in the example", () => expect(codes(exampleContent)).toEqual([]));
  test("an agreement of the same weeks is told; one at the same time stops", () => {
    const other = { number: "2026-0001", period: exampleContent.period };
    const elsewhen = exampleContent.schedule.map((one) => ({ ...one, weekday: "tis" as const }));
    expect(codes(exampleContent, { others: [{ ...other, schedule: elsewhen }] })).toEqual(["overlapping"]);
    const same = conflictsOf(exampleContent, {
      ...around,
      others: [{ ...other, schedule: exampleContent.schedule }],
    });
    expect(same).toEqual([
      { code: "same_time", stops: true, field: "schedule", values: { number: "2026-0001" } },
    ]);
  });
  test("the day after the end of another is free", () => {
    const before = { startsOn: "2025-01-01", endsOn: "2026-01-25" };
    expect(
      codes(exampleContent, { others: [{ number: "1", period: before, schedule: exampleContent.schedule }] }),
    ).toEqual([]);
  });
  test.each<[string, Partial<Surroundings>, string]>([
    ["a full place", offered({ hasFreeSlot: false }), "no_free_slot"],
    ["full then, free later", offered({ hasFreeSlot: false, nextFreeDay: "2026-05-01" }), "free_later"],
    ["another kind", offered({ kinds: ["praktik"] }), "kind_not_offered"],
    ["fewer hours than offered", offered({ hoursMin: 10 }), "hours_below_listing"],
    ["more hours than offered", offered({ hoursMax: 10 }), "hours_above_listing"],
    ["a closed day", offered({ weekdays: ["man"] }), "days_outside_listing"],
    ["too short a day", offered({ shortestDay: 3 }), "days_outside_listing"],
    ["more weeks than offered", offered({ weeksMax: 8 }), "weeks_outside_listing"],
    ["a start that has passed", { today: "2026-01-27" }, "starts_in_the_past"],
  ])("%s", (_what, more, code) => expect(codes(exampleContent, more)).toEqual([code]));
  test("longer than the kind allows, and nobody insured", () => {
    const long = draft((one) => {
      one.kind = "skyddad";
      one.period.endsOn = "2027-03-01";
      one.insurance.damage = "";
    });
    expect(codes(long, { placement: null })).toEqual(["no_insurance", "longer_than_kind"]);
  });
});

describe("weeks and days", () => {
  test("26 January to 17 April 2026 is twelve weeks", () => {
    expect(weeksIn(exampleContent.period)).toBe(12);
    expect(weekOf(exampleContent.period, "2026-03-03")).toBe(6);
    expect(startOfWeek(exampleContent.period, 7)).toBe("2026-03-09");
  });
  test("a start in the middle of a week, and an end before the start", () => {
    const period = { startsOn: "2026-01-28", endsOn: "2026-02-02" };
    expect(weeksIn(period)).toBe(2);
    expect(startOfWeek(period, 1)).toBe("2026-01-28");
    expect(weeksIn({ startsOn: "2026-02-02", endsOn: "2026-01-28" })).toBe(0);
  });
  test("Easter Monday and what the employer has closed fall away", () => {
    const calendar = {
      isHoliday: (day: string) => day === "2026-04-06",
      closed: [{ startsOn: "2026-03-30", endsOn: "2026-03-31" }],
    };
    expect(daysOff(exampleContent.period, exampleContent.schedule, calendar)).toEqual([
      "2026-03-30",
      "2026-04-06",
    ]);
    expect(workingDays(exampleContent.period, exampleContent.schedule, calendar)).toHaveLength(3 * 12 - 2);
    expect(firstWorkingDay(exampleContent.period, exampleContent.schedule, calendar, "2026-04-03")).toBe(
      "2026-04-08",
    );
  });

  test("scheduled days are those of its weekdays, whatever day the period begins", () => {
    for (let begin = 0; begin < 7; begin++) {
      const period = { startsOn: dayAfter("2026-03-02", begin), endsOn: "2026-04-17" };
      const all = Array.from({ length: 60 }, (_, ahead) => dayAfter(period.startsOn, ahead));
      expect(scheduledDays(period, exampleContent.schedule)).toEqual(
        all.filter((day) => day <= period.endsOn && ["man", "ons", "tors"].includes(weekdayOf(day))),
      );
    }
    const ended = { startsOn: "2026-04-20", endsOn: "2026-04-17" };
    expect(scheduledDays(ended, exampleContent.schedule)).toEqual([]);
  });
});

describe("what is said of it today", () => {
  const at = (today: string, status: "in_force" | "draft" = "in_force") =>
    stateOf({ status, period: exampleContent.period, missing: [], pauses: [] }, today).name;
  test.each([
    ["2026-01-25", "ready_to_start"],
    ["2026-01-26", "under_way"],
    ["2026-04-02", "under_way"],
    ["2026-04-03", "ends_soon"],
    ["2026-04-17", "ends_soon"],
    ["2026-04-18", "overdue_to_close"],
  ])("on %s: %s", (today, name) => expect(at(today)).toBe(name));
  test("week 6 of 12", () => {
    const said = stateOf(
      { status: "in_force", period: exampleContent.period, missing: [], pauses: [] },
      "2026-03-03",
    );
    expect(said).toEqual({ name: "under_way", week: 6, weeks: 12 });
  });
  test("the agency is waited for when nobody else is", () => {
    const out = { status: "out_for_signature" as const, period: exampleContent.period, pauses: [] };
    expect(stateOf({ ...out, missing: ["employer_1", "employer_2", "agency"] }, "2026-01-20")).toEqual({
      name: "waiting",
      for: ["employer"],
      startsInDays: 6,
    });
    expect(stateOf({ ...out, missing: ["agency"] }, "2026-01-20")).toMatchObject({ for: ["agency"] });
  });
});

test.each([
  ["2026-0142", "2026-0142"],
  [" 2026 0142 ", "2026-0142"],
  ["2026–0142", "2026-0142"],
  ["20260142", "2026-0142"],
  ["26-142", null],
  ["", null],
])("the number %s is read as %s", (text, number) => expect(readAgreementNumber(text)).toBe(number));
