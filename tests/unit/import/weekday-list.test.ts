import fc from "fast-check";
import { expect, test } from "vitest";
import { readWeekdays, writeWeekdays } from "#app/domain/import/weekday-list";
import { weekdays } from "#app/domain/placements/vocabulary";

test.each([
  ["mån-fre", ["man", "tis", "ons", "tors", "fre"]],
  ["mån,ons, fre", ["man", "ons", "fre"]],
  ["Fre,MÅN", ["man", "fre"]],
  ["tis–tors,lör", ["tis", "ons", "tors", "lor"]],
  ["tis", ["tis"]],
])("%s are the days %j", (text, days) => {
  expect(readWeekdays(text)).toEqual({ days });
});

test.each([
  ["mån,någon", "någon"],
  ["fre-mån", "fre-mån"],
  ["mån-", "mån-"],
])("%s has a part that is no day: %s", (text, unknown) => {
  expect(readWeekdays(text)).toEqual({ unknown });
});

test("what is written is read as the same days", () => {
  fc.assert(
    fc.property(fc.subarray([...weekdays]), (days) => {
      expect(readWeekdays(writeWeekdays(days))).toEqual({ days });
    }),
  );
});
