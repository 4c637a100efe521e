import { expect, test } from "vitest";
import {
  hasValidCheckDigit,
  isPersonalNumber,
  readOrganisationNumber,
} from "#app/domain/organisations/organisation-number";

test.each(["556016-0680", "5560160680", "16556016-0680", "556016 0680", "556016–0680"])(
  "%s is read",
  (text) => {
    expect(readOrganisationNumber(text)).toBe("556016-0680");
  },
);

test.each(["", "55601-0680", "556016-068", "19556016-06801", "55a016-0680"])(
  "“%s” is no organisation number",
  (text) => {
    expect(readOrganisationNumber(text)).toBeNull();
  },
);

test("one wrong digit, or two that changed places, is found", () => {
  expect(hasValidCheckDigit("556016-0680")).toBe(true);
  for (let place = 0; place < 10; place++) {
    const digits = [..."5560160680"];
    digits[place] = String((Number(digits[place]) + 1) % 10);
    expect(hasValidCheckDigit(`${digits.slice(0, 6).join("")}-${digits.slice(6).join("")}`)).toBe(false);
  }
  expect(hasValidCheckDigit("556061-0680")).toBe(false);
});

test.each([
  ["556016-0680", false],
  ["212000-1934", false],
  ["802002-0379", false],
  ["969123-4567", false],
  ["670919-9530", true],
  ["811228-9874", true],
  ["701063-2391", true],
])("%s is a personal number: %s", (number, expected) => {
  expect(isPersonalNumber(number)).toBe(expected);
});
