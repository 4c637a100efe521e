import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import { nextReference, readReferralCode, referralCode } from "#app/domain/profiles/referral";
import { type ReferralStatus, referralStatuses } from "#app/domain/profiles/referral-status";
import {
  becomesCurrent,
  decideReferral,
  type ReferralFacts,
  referralStepsFrom,
  referralTransitions,
} from "#app/domain/profiles/referral-transitions";

const everyRole = [...roles, "public", "system"] as const;
/** Facts with which no guard says no. */
const facts = (role: ReferralFacts["role"], to: ReferralStatus): ReferralFacts => ({
  role,
  isSender: true,
  reason: to === "closed" ? "question_answered" : "question_unclear",
  text: "Vi tar in personen.",
  hasMainResponsible: true,
  hasParticipant: true,
});

/** The whole table once more, written as people say it: who may take a referral from where to where. */
const expected: Record<string, string[]> = {
  "sent → taken_up": ["coordinator"],
  "sent → accepted": ["coordinator"],
  "taken_up → accepted": ["coordinator"],
  "sent → returned": ["coordinator"],
  "taken_up → returned": ["coordinator"],
  "returned → sent": ["case_worker", "participant"],
  "sent → withdrawn": ["case_worker", "participant"],
  "taken_up → withdrawn": ["case_worker", "participant"],
  "returned → withdrawn": ["case_worker", "participant"],
  "accepted → closed": ["coordinator"],
};

describe.each(everyRole)("a %s", (role) => {
  test.each(referralStatuses)("with a referral that is %s", (from) => {
    for (const to of referralStatuses) {
      const may = expected[`${from} → ${to}`]?.includes(role) ?? false;
      const decided = decideReferral(from, to, facts(role, to));
      expect([from, to, decided.ok]).toEqual([from, to, may]);
      expect(referralStepsFrom(from, role).includes(to)).toBe(may);
      if (decided.ok) continue;
      const isRole = referralTransitions.some((one) => one.to === to && one.who.includes(role));
      expect(decided.code).toBe(isRole ? "wrong_status" : "not_allowed");
    }
  });
});

describe("a guard says no", () => {
  test.each<[string, ReferralStatus, ReferralStatus, Partial<ReferralFacts>, string]>([
    ["accepted without a decision", "taken_up", "accepted", { text: "  " }, "decision_missing"],
    [
      "accepted without anybody responsible",
      "sent",
      "accepted",
      { hasMainResponsible: false },
      "responsible_missing",
    ],
    ["accepted about nobody", "sent", "accepted", { hasParticipant: false }, "participant_missing"],
    ["returned without a reason", "sent", "returned", { reason: null }, "reason_missing"],
    ["returned for a made-up reason", "sent", "returned", { reason: "because" }, "reason_missing"],
    ["returned without a word", "sent", "returned", { text: "" }, "text_missing"],
    ["closed without a reason", "accepted", "closed", { reason: "question_unclear" }, "reason_missing"],
  ])("%s", (_what, from, to, changes, code) => {
    expect(decideReferral(from, to, { ...facts("coordinator", to), ...changes })).toEqual({
      ok: false,
      code,
    });
  });

  test.each(["sent", "withdrawn"] as const)("%s by somebody who did not send it", (to) => {
    const stranger = { ...facts("case_worker", to), isSender: false };
    expect(decideReferral("returned", to, stranger)).toEqual({ ok: false, code: "not_sender" });
  });
});

test("whatever anybody tries, in whatever order, a closed or withdrawn referral never moves again", () => {
  const step = fc.record({ role: fc.constantFrom(...everyRole), to: fc.constantFrom(...referralStatuses) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let status: ReferralStatus = "sent";
      for (const { role, to } of steps) {
        const before: ReferralStatus = status;
        if (decideReferral(status, to, facts(role, to)).ok) status = to;
        if (before === "closed" || before === "withdrawn") expect(status).toBe(before);
        if (before === "accepted") expect(["accepted", "closed"]).toContain(status);
      }
    }),
  );
});

describe("which referral counts", () => {
  test("the first one accepted, and a new one from an agency", () => {
    expect(becomesCurrent({ agencyId: null }, null)).toBe(true);
    expect(becomesCurrent({ agencyId: 7 }, { isOpen: true })).toBe(true);
  });
  test("an own interest does not push aside an agency that still waits for its answer", () => {
    expect(becomesCurrent({ agencyId: null }, { isOpen: true })).toBe(false);
    expect(becomesCurrent({ agencyId: null }, { isOpen: false })).toBe(true);
  });
});

describe("codes", () => {
  test("a referral's code is read back as people say it", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const code = referralCode(id);
        for (const said of [code, code.toLowerCase(), code.slice(2), ` ${code} `, code.replace("-", " ")])
          expect(readReferralCode(said)).toBe(id.slice(0, 6));
      }),
    );
  });
  test.each(["", "R-", "R-12345", "L-0714", "R-1234567", "R-12345G"])("%s is none", (text) => {
    expect(readReferralCode(text)).toBeNull();
  });
  test.each([
    ["L-0714", "L-0715"],
    ["L-0999", "L-1000"],
    ["N9", "N10"],
    ["Nora", null],
    [null, null],
  ])("after %s comes %s", (last, next) => expect(nextReference(last)).toBe(next));
});
