import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "#app/domain/agreements/period";
import { eventOf, eventsAhead, type NextEvent } from "#app/domain/followups/next-event";
import { isOver, nextWorkday } from "#app/domain/followups/next-workday";
import { type PlanFacts, plannedWeek } from "#app/domain/followups/planned-week";
import { dayAfter } from "#app/domain/organisations/day";
import { isHoliday } from "#app/platform/holidays.server";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  texts: [{ agreedOn: "2026-01-20", content: exampleContent }],
  endedOn: null,
  isPaused: () => false,
  isHoliday,
  ...changes,
});
const { schedule, period } = exampleContent;
const at = (today: string, time = "07:00") => ({ today, time });
const next = (of: PlanFacts, today: string, time?: string, absent?: string[]) =>
  nextWorkday(of, schedule, at(today, time), new Set(absent))?.day ?? null;

describe("the next day at work", () => {
  test("before the first day it is the first; today until it is over; then the next of the schedule", () => {
    expect(next(facts(), "2025-12-01")).toBe(period.startsOn);
    expect(next(facts(), period.startsOn)).toBe(period.startsOn);
    expect(next(facts(), period.startsOn, "23:00")).toBe(dayAfter(period.startsOn, 2));
  });

  test("pauses, an early end and days that are said no to are left out", () => {
    const monday = "2026-02-02";
    expect(next(facts(), monday, "07:00", [monday])).toBe("2026-02-04");
    expect(next(facts({ isPaused: (day) => day < "2026-02-09" }), monday)).toBe("2026-02-09");
    expect(next(facts({ isPaused: () => true }), monday)).toBe(null);
    expect(next(facts({ endedOn: "2026-02-02" }), "2026-02-03")).toBe(null);
    expect(next(facts(), dayAfter(period.endsOn, 1))).toBe(null);
  });

  test("a public holiday is no day at work", () => {
    expect(next(facts({ isHoliday: (day) => day === "2026-02-02" }), "2026-02-02")).toBe("2026-02-04");
  });

  test("a day that the step plan has made longer says how long, not when it ends", () => {
    const first = nextWorkday(facts(), schedule, at(period.startsOn));
    expect(first).toMatchObject({ startsAt: "09:00", endsAt: "12:00", hours: 3 });
    expect(nextWorkday(facts(), schedule, at("2026-02-23"))).toMatchObject({ endsAt: null, hours: 3.75 });
  });

  const anyDay = fc.integer({ min: -20, max: 120 }).map((days) => dayAfter(period.startsOn, days));
  const anyDays = fc.array(anyDay, { maxLength: 30 });
  test("is always planned, never paused, off or said no to, and no planned day lies between", () => {
    fc.assert(
      fc.property(anyDay, anyDays, anyDays, anyDays, (today, paused, off, absent) => {
        const of = facts({
          isPaused: (day) => paused.includes(day),
          isHoliday: (day) => off.includes(day),
        });
        const found = next(of, today, "07:00", absent);
        const ahead = [];
        for (let day = today; day <= period.endsOn; day = dayAfter(day, 1)) ahead.push(day);
        const free = (day: string) =>
          schedule.some(({ weekday }) => weekday === weekdayOf(day)) &&
          day >= period.startsOn &&
          ![...paused, ...off, ...absent].includes(day);
        expect(found).toBe(ahead.find(free) ?? null);
        if (found === null) return;
        const monday = dayAfter(found, -((new Date(found).getUTCDay() + 6) % 7));
        expect(plannedWeek(of, monday).find(({ day }) => day === found)).toMatchObject({ off: null });
      }),
    );
  });

  test("is over when its hours are, also when nobody wrote the end", () => {
    const day = { day: "2026-02-02", hours: 3, startsAt: "09:00", endsAt: null };
    expect(isOver(day, "2026-02-02", "11:59")).toBe(false);
    expect(isOver(day, "2026-02-02", "12:00")).toBe(true);
    expect(isOver({ ...day, startsAt: null }, "2026-02-02", "23:59")).toBe(false);
  });
});

describe("what comes next", () => {
  const event = (changes: Partial<NextEvent>): NextEvent => ({
    ...eventOf({
      key: "a",
      kind: "activity",
      title: "",
      on: "2026-03-04",
      startsAt: null,
      endsAt: null,
      place: "",
      wayThere: "",
      askFor: "",
      phone: "",
      bring: "",
      placementId: null,
    }),
    ...changes,
  });

  test("a call without an hour comes after the work of the same day", () => {
    const work = event({ key: "work", kind: "work", startsAt: "09:00", endsAt: "12:00" });
    const call = event({ key: "call", kind: "contact", form: "telefon" });
    expect(eventsAhead([call, work], "2026-03-04", "07:00")[0]?.key).toBe("work");
    expect(eventsAhead([call, work], "2026-03-04", "12:01")[0]?.key).toBe("call");
  });

  const anyEvent = fc
    .record({
      key: fc.string({ minLength: 1, maxLength: 3 }),
      days: fc.integer({ min: -3, max: 5 }),
      hour: fc.option(fc.integer({ min: 6, max: 20 }), { nil: null }),
      long: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ key, days, hour, long }) => {
      const time = (of: number) => `${String(of).padStart(2, "0")}:00`;
      return event({
        key,
        on: dayAfter("2026-03-04", days),
        startsAt: hour === null ? null : time(hour),
        endsAt: hour === null || long === 0 ? null : time(hour + long),
      });
    });
  test("is one of them, not over, the nearest, and the same whatever their order", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), fc.integer({ min: 0, max: 23 }), (events, hour) => {
        const time = `${String(hour).padStart(2, "0")}:30`;
        const ahead = eventsAhead(events, "2026-03-04", time);
        const [found] = ahead;
        const isOver = ({ on, startsAt, endsAt }: NextEvent) =>
          on < "2026-03-04" || (on === "2026-03-04" && (endsAt ?? startsAt ?? "24") < time);
        expect(found === undefined).toBe(events.every(isOver));
        expect(eventsAhead(events.toReversed(), "2026-03-04", time)[0]).toEqual(found);
        if (!found) return;
        expect(events).toContainEqual(found);
        expect(found.on >= "2026-03-04").toBe(true);
        expect(ahead.every((one) => one.on >= found.on)).toBe(true);
        const sameDay = ahead.filter((one) => one.on === found.on && one.startsAt !== null);
        if (found.startsAt === null) expect(sameDay).toEqual([]);
        else expect(sameDay.every((one) => one.startsAt! >= found.startsAt!)).toBe(true);
      }),
    );
  });
});
