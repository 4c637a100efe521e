import { expect, test } from "vitest";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";

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
