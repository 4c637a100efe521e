import { expect, test } from "vitest";
import { swedishMoment } from "#app/domain/matching/step-input";

test.each([
  ["2026-06-03", "09:00", "2026-06-03T07:00:00.000Z"],
  ["2026-12-03", "09:00", "2026-12-03T08:00:00.000Z"],
])("%s %s in Sweden is %s", (date, time, utc) => {
  expect(swedishMoment(date, time)?.toISOString()).toBe(utc);
});

test.each([
  ["2026-02-30", "09:00"],
  ["", ""],
  ["2026-06-03", "25:00"],
  // Clocks go from 02:00 to 03:00: this moment does not exist.
  ["2026-03-29", "02:30"],
])("%s %s is no moment", (date, time) => {
  expect(swedishMoment(date, time)).toBeNull();
});
