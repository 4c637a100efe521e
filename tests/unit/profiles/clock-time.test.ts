import { expect, test } from "vitest";
import { typedTime } from "#app/domain/profiles/clock-time";

test.each([
  ["9", "09:00"],
  ["8", "08:00"],
  ["13", "13:00"],
  ["9.30", "09:30"],
  ["09:05", "09:05"],
])("%s is read as %s", (typed, time) => {
  expect(typedTime().parse(typed)).toBe(time);
});

test.each(["24", "9.60", "kl 9", "", "930"])("%s is no time", (typed) => {
  expect(typedTime().safeParse(typed).success).toBe(false);
});
