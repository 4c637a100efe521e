import { expect, test } from "vitest";
import { referralFieldOrder } from "#app/components/profiles/referral/referral-fields";
import { inOrder } from "#app/components/ui/error-order";
import { referralFormSchema } from "#app/domain/profiles/referral-form";

const errorsOf = (form: object) => {
  const parsed = referralFormSchema.safeParse({ key: crypto.randomUUID(), about: "new", ...form });
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[path.join(".")] = [message];
  return inOrder(errors, referralFieldOrder).map(({ name, code }) => `${name} ${code}`);
};

test("an empty referral tells all that is missing at once, in the order of the page", () => {
  expect(errorsOf({})).toEqual([
    "purpose purpose_required",
    "question question_required",
    "protectedIdentity protected_required",
    "agreed agreed_required",
  ]);
});

test("what fits badly together is told beside what is wrong by itself", () => {
  const form = {
    question: "Hur många timmar?",
    agencies: ["3"],
    protectedIdentity: "protected",
    name: "Mira",
  };
  expect(errorsOf({ ...form, birthYear: "hej" })).toEqual([
    "purpose purpose_required",
    "agenciesAgreed agencies_agreed_required",
    "name name_protected",
    "birthYear birth_year_pattern",
    "agreed agreed_required",
  ]);
});

test("what no order names comes last, a group where its name is, and each field stands once", () => {
  const errors = { "": ["form"], other: ["x"], "abilities.lyft": ["a"], maxKm: ["b"], kinds: ["c", "d"] };
  expect(inOrder(errors, ["kinds", "abilities", "maxKm"]).map(({ code }) => code)).toEqual([
    "c",
    "a",
    "b",
    "form",
    "x",
  ]);
});
