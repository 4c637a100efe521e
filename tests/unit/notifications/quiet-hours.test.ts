import fc from "fast-check";
import { expect, test } from "vitest";
import { afterQuiet, isQuiet, swedishHour } from "#app/domain/notifications/quiet-hours";

const swedish = (moment: Date) => moment.toLocaleString("sv-SE", { timeZone: "Europe/Stockholm" });

test.each([
  ["2026-01-15T05:59:00Z", "2026-01-15 07:00:00"],
  ["2026-01-15T06:00:00Z", "2026-01-15 07:00:00"],
  ["2026-01-15T19:01:00Z", "2026-01-16 07:00:00"],
  ["2026-07-15T17:59:00Z", "2026-07-15 19:59:00"],
  ["2026-07-15T18:00:00Z", "2026-07-16 07:00:00"],
  ["2026-07-15T22:30:00Z", "2026-07-16 07:00:00"],
  // The nights on which the clock is changed.
  ["2026-03-28T22:30:00Z", "2026-03-29 07:00:00"],
  ["2026-10-25T00:30:00Z", "2026-10-25 07:00:00"],
])("%s is sent at %s", (moment, sent) => {
  expect(swedish(afterQuiet(new Date(moment)))).toBe(sent);
});

test("nothing is sent in the quiet hours, nor more than a night late, and what may be sent is not put off", () => {
  const moments = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const sent = afterQuiet(moment);
      expect(isQuiet(sent)).toBe(false);
      const hours = (sent.getTime() - moment.getTime()) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(0);
      expect(hours).toBeLessThanOrEqual(12);
      if (!isQuiet(moment)) expect(hours).toBe(0);
    }),
  );
});

test("7 o'clock is 7 o'clock in summer and winter", () => {
  expect(swedishHour("2026-06-01", 7).toISOString()).toBe("2026-06-01T05:00:00.000Z");
  expect(swedishHour("2026-12-01", 7).toISOString()).toBe("2026-12-01T06:00:00.000Z");
});
