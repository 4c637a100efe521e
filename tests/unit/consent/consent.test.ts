import { describe, expect, test } from "vitest";
import { activeConsent, type Consent, stateOn } from "#app/domain/consent/consent";
import { lastDay, recordConsentSchema } from "#app/domain/consent/consent-form";

const consent = (changes: Partial<Consent> = {}): Consent => ({
  id: "c",
  purpose: "present_to_employers",
  textVersion: "2026-1",
  language: "sv",
  givenHow: "self",
  recordedByName: "Robin",
  validFrom: "2026-01-01",
  validUntil: "2026-06-30",
  withdrawnAt: null,
  ...changes,
});

describe("a consent on a day", () => {
  test.each([
    ["2025-12-31", "not_yet"],
    ["2026-01-01", "active"],
    ["2026-06-30", "active"],
    ["2026-07-01", "ended"],
  ])("%s: %s", (day, state) => {
    expect(stateOn(consent(), day)).toBe(state);
  });

  test("a withdrawn consent is withdrawn whatever the day", () => {
    expect(stateOn(consent({ withdrawnAt: new Date("2026-02-01") }), "2026-03-01")).toBe("withdrawn");
  });

  test("of several active ones the longest counts", () => {
    const longest = consent({ id: "long", validUntil: "2026-12-31" });
    const found = activeConsent([consent(), longest], "present_to_employers", "2026-03-01");
    expect(found?.id).toBe("long");
    expect(activeConsent([longest], "present_to_employers", "2027-01-01")).toBeNull();
  });
});

describe("the last day of a period", () => {
  test.each([
    ["2026-03-03", 6, "2026-09-02"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-01-01", 12, "2026-12-31"],
  ])("%s and %i months: %s", (from, months, last) => {
    expect(lastDay(from, months)).toBe(last);
  });
});

describe("a consent on paper", () => {
  const schema = recordConsentSchema("2026-03-03");
  const form = {
    givenHow: "paper",
    language: "sv",
    validFrom: "2026-03-01",
    validUntil: "2026-08-31",
    read: "on",
  };
  const errors = (changes: object) => {
    const parsed = schema.safeParse({ ...form, ...changes });
    return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((i) => [i.path[0], i.message]));
  };

  test("as it should be", () => {
    expect(errors({})).toEqual({});
  });
  test.each([
    [{ read: undefined }, { read: "read_required" }],
    [{ givenHow: undefined }, { givenHow: "given_how_required" }],
    [{ validFrom: "2026-03-04" }, { validFrom: "from_future" }],
    [{ validUntil: "2026-03-02" }, { validUntil: "until_past" }],
    [{ validUntil: "2027-03-02" }, { validUntil: "until_too_far" }],
  ])("%o: %o", (changes, expected) => {
    expect(errors(changes)).toEqual(expected);
  });
});
