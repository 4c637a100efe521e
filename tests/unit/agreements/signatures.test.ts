import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgreementContent } from "#app/domain/agreements/content";
import {
  decideSignature,
  openSlots,
  requiredSlots,
  type SigningFacts,
  signatureSlots,
  slotsOf,
} from "#app/domain/agreements/signatures";
import { exampleContent } from "#tests/unit/agreements/arbitraries";

const two: AgreementContent = structuredClone(exampleContent);
two.parties.employer.signatories.push({ personId: null, name: "Ulla Ek", title: "vd" });
const noAgency: AgreementContent = structuredClone(exampleContent);
noAgency.parties.agency = null;

describe("who has to sign", () => {
  test("participant, employer, coordinator, and the agency that asked to", () => {
    expect(requiredSlots(exampleContent, null)).toEqual([
      "participant",
      "employer_1",
      "coordinator",
      "agency",
    ]);
    expect(requiredSlots(noAgency, null)).toEqual(["participant", "employer_1", "coordinator"]);
  });
  test("both of two signatories at the employer", () => {
    expect(requiredSlots(two, null)).toEqual([
      "participant",
      "employer_1",
      "employer_2",
      "coordinator",
      "agency",
    ]);
  });
  test("an agency that did not ask to sign does not", () => {
    const quiet = structuredClone(exampleContent);
    quiet.parties.agency!.signs = false;
    expect(requiredSlots(quiet, null)).not.toContain("agency");
  });
  test("the agency signs an amendment of hours, not one of times or goals", () => {
    expect(requiredSlots(exampleContent, ["stepPlan", "schedule"])).toContain("agency");
    expect(requiredSlots(exampleContent, ["schedule", "goals"])).toEqual([
      "participant",
      "employer_1",
      "coordinator",
    ]);
  });
});

describe("whose turn it is", () => {
  test("everybody at once, the agency last", () => {
    const required = requiredSlots(exampleContent, null);
    expect(openSlots(required, [])).toEqual(["participant", "employer_1", "coordinator"]);
    expect(openSlots(required, ["participant", "coordinator"])).toEqual(["employer_1"]);
    expect(openSlots(required, ["participant", "coordinator", "employer_1"])).toEqual(["agency"]);
    expect(openSlots(required, required)).toEqual([]);
  });
});

test("an account signs for its own party, at the employer only for the named person", () => {
  const required = requiredSlots(two, null);
  const at = (role: "employer" | "participant" | "coach", personIds: number[]) =>
    slotsOf(two, required, { role, userId: "u", personIds });
  expect(at("employer", [7])).toEqual(["employer_1", "employer_2"]);
  expect(at("employer", [8])).toEqual(["employer_2"]);
  expect(at("participant", [])).toEqual(["participant"]);
  expect(at("coach", [])).toEqual([]);
});

const facts: SigningFacts = {
  isOut: true,
  hash: "a",
  hashRead: "a",
  required: ["participant", "employer_1", "coordinator", "agency"],
  signed: [],
  slot: "participant",
  mine: ["participant"],
  userId: "robin",
  typed: "robin  söderlund ",
  expected: "Robin Söderlund",
};

describe("a signature", () => {
  test("is set, and the last one completes", () => {
    expect(decideSignature(facts)).toEqual({ ok: true, completes: false });
    const others = (["employer_1", "coordinator", "agency"] as const).map((slot) => ({ slot, userId: slot }));
    expect(decideSignature({ ...facts, signed: others })).toEqual({ ok: true, completes: true });
  });
  test.each<[string, Partial<SigningFacts>, string]>([
    ["for somebody else", { mine: ["coordinator"] }, "not_a_signatory"],
    ["on a place that is not asked for", { required: ["coordinator"] }, "not_a_signatory"],
    ["twice", { signed: [{ slot: "participant", userId: "robin" }] }, "already_signed"],
    [
      "Back after everybody signed",
      { isOut: false, signed: [{ slot: "participant", userId: "robin" }] },
      "already_signed",
    ],
    ["when it was called back", { isOut: false }, "not_out"],
    ["of an outdated text", { hash: "b" }, "content_changed"],
    [
      "of an outdated text that is signed anew",
      { hash: "b", signed: [{ slot: "participant", userId: "robin" }] },
      "content_changed",
    ],
    ["by the agency before the others", { slot: "agency", mine: ["agency"] }, "agency_last"],
    ["without the name", { typed: "" }, "confirmation_wrong"],
    ["with another name", { typed: "Robin Söderlind" }, "confirmation_wrong"],
    ["of somebody without a name", { typed: "", expected: "" }, "confirmation_wrong"],
  ])("%s is refused", (_what, but, code) => {
    expect(decideSignature({ ...facts, ...but })).toEqual({ ok: false, code });
  });
  test("one person does not sign for both of the employer's", () => {
    const second = {
      ...facts,
      required: requiredSlots(two, null),
      slot: "employer_2" as const,
      mine: ["employer_1", "employer_2"] as const,
      signed: [{ slot: "employer_1" as const, userId: "robin" }],
    };
    expect(decideSignature(second)).toEqual({ ok: false, code: "one_person_one_signature" });
    expect(decideSignature({ ...second, userId: "ulla" }).ok).toBe(true);
  });
});

test("in whatever order people sign, it completes once: with the last, and the agency is the last", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signatureSlots), { maxLength: 30 }), (tries) => {
      const required = requiredSlots(two, null);
      const signed: { slot: (typeof signatureSlots)[number]; userId: string }[] = [];
      let completed = 0;
      for (const slot of tries) {
        const decided = decideSignature({ ...facts, required, signed, slot, mine: [slot], userId: slot });
        if (!decided.ok) continue;
        signed.push({ slot, userId: slot });
        if (decided.completes) completed++;
      }
      expect(completed).toBe(signed.length === required.length ? 1 : 0);
      if (signed.some(({ slot }) => slot === "agency")) expect(signed.at(-1)!.slot).toBe("agency");
    }),
  );
});
