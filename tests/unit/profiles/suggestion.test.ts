import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import {
  decideSuggestion,
  type SuggestionFacts,
  type SuggestionStatus,
  suggestionStatuses,
  suggestionStepsFrom,
  suggestionTransitions,
} from "#app/domain/profiles/suggestion";
import { contactFormSchema } from "#app/domain/profiles/suggestion-form";

const everyRole = [...roles, "public", "system"] as const;
const facts = (role: SuggestionFacts["role"]): SuggestionFacts => ({
  role,
  mayContact: true,
  hasEmployer: true,
  hasPlacement: true,
  reason: "no_time",
});
const expected: Record<string, string[]> = {
  "sent → taken_up": ["coordinator"],
  "sent → contacted": ["coordinator"],
  "taken_up → contacted": ["coordinator"],
  "contacted → placement": ["coordinator"],
  "sent → not_possible": ["coordinator"],
  "taken_up → not_possible": ["coordinator"],
  "contacted → not_possible": ["coordinator"],
  "sent → withdrawn": ["participant"],
  "taken_up → withdrawn": ["participant"],
  "contacted → withdrawn": ["participant"],
};

describe.each(everyRole)("a %s", (role) => {
  test.each(suggestionStatuses)("with a suggestion that is %s", (from) => {
    for (const to of suggestionStatuses) {
      const may = expected[`${from} → ${to}`]?.includes(role) ?? false;
      const decided = decideSuggestion(from, to, facts(role));
      expect([from, to, decided.ok]).toEqual([from, to, may]);
      expect(suggestionStepsFrom(from, role).includes(to)).toBe(may);
      if (decided.ok) continue;
      const isRole = suggestionTransitions.some((one) => one.to === to && one.who.includes(role));
      expect(decided.code).toBe(isRole ? "wrong_status" : "not_allowed");
    }
  });
});

test.each<[SuggestionStatus, SuggestionStatus, Partial<SuggestionFacts>, string]>([
  ["sent", "contacted", { mayContact: false }, "contact_not_allowed"],
  ["taken_up", "contacted", { hasEmployer: false }, "employer_missing"],
  ["contacted", "placement", { hasPlacement: false }, "placement_missing"],
  ["sent", "not_possible", { reason: null }, "reason_missing"],
  ["sent", "not_possible", { reason: "made_up" }, "reason_missing"],
])("%s → %s with %o: %s", (from, to, changes, code) => {
  expect(decideSuggestion(from, to, { ...facts("coordinator"), ...changes })).toEqual({ ok: false, code });
});

describe("the contact with a workplace", () => {
  const contact = { channel: "telefon", on: "2026-06-03" };
  const problems = (form: object) =>
    contactFormSchema.safeParse(form).error?.issues.map(({ message }) => message) ?? [];
  test("is with an employer of the register", () => {
    expect(problems({ ...contact, employer: "12" })).toEqual([]);
    expect(problems(contact)).toEqual(["employer_required"]);
  });
  test("or a new one, with a name and a sector; a number may wait, but one that is written is right", () => {
    expect(problems({ ...contact, employer: "new" })).toEqual(["employer_name_required", "choose_in_list"]);
    const full = { ...contact, employer: "new", employerName: "Cykelboden", sector: "privat" };
    expect(problems(full)).toEqual([]);
    expect(problems({ ...full, organisationNumber: "556036-0793" })).toEqual([]);
    expect(problems({ ...full, organisationNumber: "556036-0794" })).toEqual(["organisation_number"]);
  });
});
