import { expect, test } from "vitest";
import { stepInput, swedishMoment } from "#app/domain/matching/step-input";

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

test("a form's reason is one that people choose: nobody can write that a consent was taken back", () => {
  const reasonOf = (reason: string) => stepInput.parse({ to: "withdrawn", reason }).reason;
  expect(reasonOf("too_far_away")).toBe("too_far_away");
  expect(reasonOf("consent_withdrawn")).toBeNull();
  expect(reasonOf("vad som helst")).toBeNull();
});
