import { expect, test } from "vitest";
import type { Session } from "#app/domain/agreements/content";
import { proposeNext } from "#app/domain/followups/next-contact";

const session = (weekday: Session["weekday"], from = "09:00", to = "12:00"): Session => ({
  weekday,
  from,
  to,
  breakMinutes: 0,
});
/** Tuesday 17 March 2026. */
const tuesday = "2026-03-17";
const open = { isHoliday: () => false };
const propose = (of: Partial<Parameters<typeof proposeNext>[0]> = {}) =>
  proposeNext({
    target: tuesday,
    until: "2026-06-30",
    schedule: [session("tis"), session("tors")],
    calendar: open,
    busy: [],
    count: 2,
    ...of,
  });

test("two days of the week that was aimed at, when the participant is at work", () => {
  expect(propose()).toEqual([
    { day: tuesday, at: "10:00", together: true },
    { day: "2026-03-19", at: "10:00", together: true },
  ]);
});

test("a time that the coach has taken is another hour, or another day", () => {
  expect(propose({ busy: [{ day: tuesday, at: "10:15" }] })[0]).toEqual({
    day: "2026-03-18",
    at: "10:00",
    together: false,
  });
  expect(propose({ busy: [{ day: tuesday, at: "09:00" }] })[0]).toEqual({
    day: tuesday,
    at: "10:00",
    together: true,
  });
});

test("no holiday, no closed day, no weekend, nothing after the last day", () => {
  const days = propose({
    calendar: {
      isHoliday: (day) => day === tuesday,
      closed: [{ startsOn: "2026-03-19", endsOn: "2026-03-20" }],
    },
    schedule: [],
    until: "2026-03-24",
    count: 9,
  }).map(({ day }) => day);
  expect(days).toEqual(["2026-03-18", "2026-03-23", "2026-03-24"]);
  expect(propose({ until: "2026-03-16" })).toEqual([]);
});
