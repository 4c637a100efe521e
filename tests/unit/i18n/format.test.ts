import { expect, test } from "vitest";
import { formatClock, formatDate, formatDay, formatTime } from "#app/i18n/format";

test.each([
  ["2026-03-29", "sön 29 mars", "29 mars 2026"],
  ["2026-10-25", "sön 25 oktober", "25 oktober 2026"],
  ["2027-01-01", "fre 1 januari", "1 januari 2027"],
])("a day without a time, %s, is written as that day", (day, short, whole) => {
  expect(formatDay("sv", day)).toBe(short);
  expect(formatDate("sv", day)).toBe(whole);
});

test("a time of the clock is written as it is said", () => {
  expect(["09:00", "10:30", "00:15"].map(formatClock)).toEqual(["9.00", "10.30", "0.15"]);
  // As a browser's own clock writes the hour after midnight.
  expect(formatClock("0:09")).toBe("0.09");
  expect(formatTime("sv", "2026-11-22T23:09:00Z")).toBe("0.09");
});
