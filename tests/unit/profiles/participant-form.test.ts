import { describe, expect, test } from "vitest";
import { participantFormSchema } from "#app/domain/profiles/participant-form";

const schema = participantFormSchema("2026-03-03");
const filled = { reference: "L-0714", protectedIdentity: "none", sex: "kvinna" };
const errors = (form: object) => {
  const parsed = schema.safeParse(form);
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map((issue) => [issue.path[0], issue.message]));
};

describe("the form of a participant", () => {
  test("a code, sex and the answer about protection are enough", () => {
    expect(errors(filled)).toEqual({});
  });

  test("an empty form names every field that needs an answer", () => {
    expect(errors({})).toEqual({
      reference: "reference_required",
      protectedIdentity: "protected_required",
      sex: "sex_required",
    });
  });

  test("all mistakes are told at once", () => {
    const form = {
      ...filled,
      sex: "x",
      birthYear: "2025",
      otherAgencies: ["3"],
      protectedIdentity: "protected",
    };
    expect(errors({ ...form, name: "Robin" })).toEqual({
      sex: "sex_required",
      birthYear: "birth_year_range",
      name: "name_protected",
      agenciesAgreed: "agencies_agreed",
    });
    expect(errors({ ...form, birthYear: "hej" })).toMatchObject({ birthYear: "birth_year_pattern" });
  });

  test("other agencies take part only with the person's yes", () => {
    expect(errors({ ...filled, otherAgencies: ["3"] })).toEqual({ agenciesAgreed: "agencies_agreed" });
    expect(errors({ ...filled, otherAgencies: ["3"], agenciesAgreed: "on" })).toEqual({});
  });

  test.each(["ny", "Robin", "L 0714", "-1", "x".repeat(21)])("%s is no code", (reference) => {
    expect(errors({ ...filled, reference })).toEqual({ reference: "reference_pattern" });
  });

  test.each(["19880714-1234", "880714-1234", "8807141234"])(
    "a personnummer is never a code: %s",
    (reference) => {
      expect(errors({ ...filled, reference })).toEqual({ reference: "reference_personnummer" });
    },
  );

  test.each(["protected", "unknown"])("%s identity: no name and no mail", (protectedIdentity) => {
    const form = { ...filled, protectedIdentity, name: "Robin", email: "robin@example.org" };
    expect(errors(form)).toEqual({ name: "name_protected", email: "email_protected" });
  });

  test.each(["1899", "2012", "abc", "1988.5"])("year of birth %s is pointed out", (birthYear) => {
    expect(Object.keys(errors({ ...filled, birthYear }))).toEqual(["birthYear"]);
  });

  test("a case worker without an agency asks for the agency", () => {
    expect(errors({ ...filled, caseWorker: "u" })).toEqual({ agency: "agency_of_case_worker" });
  });

  test("a referral is not from tomorrow", () => {
    expect(errors({ ...filled, referredOn: "2026-03-04" })).toEqual({ referredOn: "date_future" });
    expect(errors({ ...filled, referredOn: "2026-02-30" })).toEqual({ referredOn: "date_pattern" });
  });
});
