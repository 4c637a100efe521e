import { expect, test } from "vitest";
import { formatDate, formatDay } from "#app/i18n/format";

test.each([
  ["2026-03-29", "sön 29 mars", "29 mars 2026"],
  ["2026-10-25", "sön 25 oktober", "25 oktober 2026"],
  ["2027-01-01", "fre 1 januari", "1 januari 2027"],
])("a day without a time, %s, is written as that day", (day, short, whole) => {
  expect(formatDay("sv", day)).toBe(short);
  expect(formatDate("sv", day)).toBe(whole);
});
