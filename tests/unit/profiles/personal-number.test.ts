import { expect, test } from "vitest";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

test.each([
  "850101-1239",
  "Anna 19850101-1239 provar",
  "8501011239",
  "19850161+1239",
  "(850101 1239)",
  "850101–1239",
])("%s is a personnummer", (text) => expect(holdsPersonalNumber(text)).toBe(true));

test.each(["L-0714", "10 timmar i 12 veckor", "556016-0680", "0581-123 45", "70-12345", "123456789012345"])(
  "%s is none",
  (text) => expect(holdsPersonalNumber(text)).toBe(false),
);
