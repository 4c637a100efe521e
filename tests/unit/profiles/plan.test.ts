import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ActivityStatus,
  activityStatuses,
  forCaseWorker,
  mayBecome,
  type PlanActivity,
} from "#app/domain/profiles/plan";
import { activityFormSchema, commitmentFormSchema } from "#app/domain/profiles/plan-form";
import {
  type Appointment,
  compareEvents,
  nextAppointment,
  stepsThere,
  type WayEvent,
  wayKinds,
  wayOf,
} from "#app/domain/profiles/plan-timeline";

const day = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 4, 1 + days)).toISOString().slice(0, 10));
const event: fc.Arbitrary<WayEvent> = fc
  .record({
    key: fc.uuid(),
    kind: fc.constantFrom(...wayKinds),
    on: day,
    lasts: fc.option(fc.integer({ min: 0, max: 40 })),
    hour: fc.option(fc.integer({ min: 7, max: 19 })),
    title: fc.string(),
    isDone: fc.boolean(),
  })
  .map(({ lasts, hour, ...rest }) => ({
    ...rest,
    until:
      lasts === null ? null : new Date(Date.parse(rest.on) + lasts * 86_400_000).toISOString().slice(0, 10),
    at: hour === null ? null : `${rest.on}T${String(hour).padStart(2, "0")}:00:00.000Z`,
  }));
const events = fc.uniqueArray(event, { selector: ({ key }) => key, maxLength: 25 });

describe("the way", () => {
  test("comes in the same order however it was collected", () => {
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat()), (some, chance) => {
        const shuffled = [...some].sort(() => ((chance.next().value ?? 0) % 2 === 0 ? 1 : -1));
        const keys = (list: readonly WayEvent[]) =>
          wayOf(list, "2026-05-20T10:00:00.000Z", "2026-05-20").map(({ key }) => key);
        expect(keys(shuffled)).toEqual(keys(some));
      }),
    );
  });

  test("is ordered by day, and by hour within a day", () => {
    fc.assert(
      fc.property(events, (some) => {
        const way = wayOf(some, "2026-05-20T10:00:00.000Z", "2026-05-20");
        for (const [place, one] of way.entries()) {
          const next = way[place + 1];
          if (!next) continue;
          expect(one.on <= next.on).toBe(true);
          if (one.on === next.on) expect((one.at ?? "") <= (next.at ?? "")).toBe(true);
        }
      }),
    );
  });

  test("compares as an order must: nothing is before itself, and two never disagree", () => {
    fc.assert(
      fc.property(event, event, event, (a, b, c) => {
        expect(compareEvents(a, a)).toBe(0);
        expect(Math.sign(compareEvents(a, b))).toBe(-Math.sign(compareEvents(b, a)) || 0);
        if (compareEvents(a, b) <= 0 && compareEvents(b, c) <= 0)
          expect(compareEvents(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("what is ahead is not over, and what is over is not ahead", () => {
    fc.assert(
      fc.property(events, (some) => {
        const [now, today] = ["2026-05-20T10:00:00.000Z", "2026-05-20"];
        for (const one of wayOf(some, now, today)) {
          if (one.time === "future") expect(one.on > today && !one.isDone).toBe(true);
          if (one.isDone) expect(one.time).toBe("past");
          if (one.time === "past" && !one.isDone) expect((one.until ?? one.on) <= today).toBe(true);
        }
      }),
    );
  });
});

const appointment: fc.Arbitrary<Appointment> = fc.record({
  key: fc.uuid(),
  kind: fc.constantFrom("visit", "activity"),
  title: fc.string(),
  on: day,
  startsAt: fc.option(fc.constantFrom("08:00", "09:30", "13:00")),
  endsAt: fc.constant(null),
  place: fc.string(),
  wayThere: fc.constant(""),
  askFor: fc.constant(""),
  phone: fc.constant(""),
  bring: fc.constant(""),
  placementId: fc.constant(null),
});

test("what comes next is the first that is not over: nothing that is ahead comes before it", () => {
  fc.assert(
    fc.property(fc.array(appointment), (some) => {
      const next = nextAppointment(some, "2026-05-20", "10:00");
      const ahead = some.filter(
        ({ on, startsAt }) => on > "2026-05-20" || (on === "2026-05-20" && (startsAt ?? "99") >= "10:00"),
      );
      if (!next) {
        expect(ahead).toEqual([]);
        return;
      }
      for (const other of ahead) {
        expect(next.on <= other.on).toBe(true);
        if (next.on === other.on) expect((next.startsAt ?? "") <= (other.startsAt ?? "")).toBe(true);
      }
    }),
  );
});

test("something under way just now is still what to go to", () => {
  const now: Appointment = {
    key: "a",
    kind: "activity",
    title: "Grupp",
    on: "2026-05-20",
    startsAt: "09:00",
    endsAt: "12:00",
    place: "",
    wayThere: "",
    askFor: "",
    phone: "",
    bring: "",
    placementId: null,
  };
  expect(nextAppointment([now], "2026-05-20", "10:00")).toBe(now);
  expect(nextAppointment([now], "2026-05-20", "12:30")).toBeNull();
});

test("an activity goes on, is done, is called off, and a mistake is taken back", () => {
  const may: Record<ActivityStatus, ActivityStatus[]> = {
    planned: ["planned", "ongoing", "done", "cancelled"],
    ongoing: ["ongoing", "done", "cancelled"],
    done: ["ongoing", "done"],
    cancelled: ["planned", "cancelled"],
  };
  for (const from of activityStatuses)
    expect(activityStatuses.filter((to) => mayBecome(from, to))).toEqual(may[from]);
});

test("of care beside the plan a case worker reads the kind and the time, and no word", () => {
  const care: PlanActivity = {
    id: "1",
    goalId: null,
    kind: "vard",
    title: "Samtal hos psykolog",
    responsible: "Vårdcentralen",
    startsOn: "2026-05-20",
    endsOn: "2026-07-01",
    startsAt: null,
    endsAt: null,
    place: "Mottagningen",
    wayThere: "Andra våningen",
    askFor: "Doktor Berg",
    phone: "0587-1",
    bring: "Remissen",
    status: "ongoing",
    isFirst: false,
    version: 1,
  };
  const visit: PlanActivity = { ...care, id: "2", kind: "studiebesok", title: "Växthuset" };
  const seen = forCaseWorker({ goals: [], activities: [care, visit], commitments: [] }).activities;
  expect(seen[1]).toEqual(visit);
  expect(seen[0]).toMatchObject({ kind: "vard", startsOn: "2026-05-20", endsOn: "2026-07-01" });
  expect(JSON.stringify(seen[0])).not.toMatch(
    /psykolog|Vårdcentralen|Mottagningen|våningen|Berg|0587|Remissen/,
  );
});

test("a way there is read as steps, numbered by hand or not", () => {
  expect(stepsThere("1. Gå till stationen\n2) Ta buss 304\r\n\n Gå av vid Hyttan ")).toEqual([
    "Gå till stationen",
    "Ta buss 304",
    "Gå av vid Hyttan",
  ]);
});

describe("the forms", () => {
  const key = "3b241101-e2bb-4255-8caf-4136c566a962";
  const activity = {
    key,
    version: "0",
    kind: "grupp",
    title: "Matlagning",
    responsible: "Nadja",
    startsOn: "2026-06-03",
  };
  const problems = (read: { success: boolean; error?: { issues: { message: string }[] } }) =>
    read.error?.issues.map(({ message }) => message) ?? [];
  test("an activity needs a name, somebody responsible and a day", () => {
    expect(problems(activityFormSchema.safeParse({ key, version: "0" }))).toEqual([
      "kind_required",
      "title_required",
      "responsible_required",
      "starts_required",
    ]);
  });
  test("it does not end before it begins, in days or hours", () => {
    const read = (more: object) => problems(activityFormSchema.safeParse({ ...activity, ...more }));
    expect(read({ endsOn: "2026-06-02" })).toEqual(["ends_before_start"]);
    expect(read({ startsAt: "9.00", endsAt: "08:00" })).toEqual(["ends_at_before_start"]);
    expect(read({ endsAt: "08:00" })).toEqual(["starts_at_required"]);
    expect(read({ startsAt: "9.00", endsAt: "11.30", endsOn: "2026-06-03" })).toEqual([]);
  });
  test("a commitment is somebody's", () => {
    const read = (more: object) =>
      problems(commitmentFormSchema.safeParse({ key, version: "0", what: "Ordna busskort", ...more }));
    expect(read({})).toEqual(["party_required"]);
    expect(read({ party: "Kommunen" })).toEqual([]);
    expect(read({ agency: "3" })).toEqual([]);
  });
});
