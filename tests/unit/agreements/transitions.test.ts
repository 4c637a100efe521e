import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AgreementStep,
  agreementStatuses,
  agreementSteps,
  statusAfter,
} from "#app/domain/agreements/agreement-status";
import {
  type AgreementFacts,
  agreementStepsFrom,
  decideAgreement,
  transitions,
} from "#app/domain/agreements/transitions";
import { roles } from "#app/domain/identity/actor";

const everyRole = [...roles, "public", "system"] as const;
/** Facts with which no guard says no. */
const facts = (role: AgreementFacts["role"], to: AgreementStep): Omit<AgreementFacts, "isInForce"> => ({
  role,
  today: "2026-01-10",
  isComplete: true,
  scheduleHours: 8,
  firstWeekHours: 8,
  startsOn: "2026-01-26",
  missing: [],
  hasOpenAmendment: false,
  reason: to === "cancelled" ? "other_plan" : "got_work",
  initiative: "together",
  closingIsComplete: true,
  isRecorded: false,
  pauseProblem: null,
});

/** The table of domain.md "Agreement" once more, by hand: `from > step: who`. */
const table = new Map<string, string[]>([
  ["draft>out_for_signature", ["coordinator"]],
  ["out_for_signature>in_force", ["system"]],
  ["out_for_signature>draft", ["coordinator"]],
  ["in_force>amended", ["coordinator", "coach"]],
  ["in_force>closed", ["coordinator", "coach"]],
  ["in_force>ended_early", ["coordinator", "coach", "participant", "employer"]],
  ["in_force>paused", ["coordinator", "coach", "participant", "employer"]],
  ["in_force>resumed", ["coordinator", "coach", "participant", "employer"]],
  ["ended_early>recorded", ["coordinator", "coach"]],
  ["draft>cancelled", ["coordinator"]],
  ["out_for_signature>cancelled", ["coordinator"]],
  ["in_force>cancelled", ["coordinator"]],
]);

describe.each(everyRole)("a %s", (role) => {
  test.each(agreementStatuses)("with an agreement that is %s", (from) => {
    for (const to of agreementSteps) {
      const may = table.get(`${from}>${to}`)?.includes(role) ?? false;
      const decided = decideAgreement(from, to, facts(role, to));
      expect([from, to, decided.ok]).toEqual([from, to, may]);
      expect(agreementStepsFrom(from, role).includes(to)).toBe(may);
      if (decided.ok) expect(decided.status).toBe(statusAfter(to));
      else {
        const isRole = transitions.some((one) => one.to === to && one.who.includes(role));
        expect(decided.code).toBe(isRole ? "wrong_status" : "not_allowed");
      }
    }
  });
});

test.each<[string, (typeof agreementStatuses)[number], AgreementStep, Partial<AgreementFacts>, string]>([
  ["sent with something missing", "draft", "out_for_signature", { isComplete: false }, "incomplete"],
  [
    "sent when the times make 7,5 hours",
    "draft",
    "out_for_signature",
    { scheduleHours: 7.5 },
    "schedule_differs",
  ],
  [
    "in force without a signature",
    "out_for_signature",
    "in_force",
    { missing: ["agency"] },
    "signatures_missing",
  ],
  ["amended twice at once", "in_force", "amended", { hasOpenAmendment: true }, "amendment_open"],
  ["closed without a record", "in_force", "closed", { closingIsComplete: false }, "closing_incomplete"],
  ["ended early without a reason", "in_force", "ended_early", { reason: null }, "reason_missing"],
  [
    "ended early for a reason of another step",
    "in_force",
    "ended_early",
    { reason: "drawn_up_wrong" },
    "reason_missing",
  ],
  ["ended early by nobody", "in_force", "ended_early", { initiative: "" }, "initiative_missing"],
  ["paused where it is paused", "in_force", "paused", { pauseProblem: "pause_overlaps" }, "pause_overlaps"],
  ["resumed when it goes on", "in_force", "resumed", { pauseProblem: "not_paused" }, "not_paused"],
  ["recorded unfinished", "ended_early", "recorded", { closingIsComplete: false }, "closing_incomplete"],
  ["recorded twice", "ended_early", "recorded", { isRecorded: true }, "already_recorded"],
  ["cancelled without a reason", "draft", "cancelled", { reason: null }, "reason_missing"],
  ["cancelled on the first day", "in_force", "cancelled", { today: "2026-01-26" }, "has_begun"],
])("%s is refused", (_what, from, to, but, code) => {
  const role = to === "in_force" ? "system" : "coordinator";
  expect(decideAgreement(from, to, { ...facts(role, to), ...but })).toEqual({ ok: false, code });
});

test("one that was never signed can be cancelled after its first day", () => {
  const late = { ...facts("coordinator", "cancelled"), today: "2026-02-01" };
  expect(decideAgreement("out_for_signature", "cancelled", late).ok).toBe(true);
});

test("the slot is taken when the text goes out, kept while anything is open, and given back at the end", () => {
  const effects = Object.fromEntries(transitions.map(({ to, slot }) => [to, slot]));
  expect(effects).toEqual({
    out_for_signature: "take",
    in_force: "keep",
    draft: "keep",
    amended: "keep",
    paused: "keep",
    resumed: "keep",
    recorded: "keep",
    closed: "release",
    ended_early: "release",
    cancelled: "release",
  });
});

test("whatever is tried in whatever order, nothing leaves the end, and nothing is in force unsigned", () => {
  const step = fc.record({
    role: fc.constantFrom(...everyRole),
    to: fc.constantFrom(...agreementSteps),
    missing: fc.constantFrom([], ["participant"] as const),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let status: (typeof agreementStatuses)[number] = "draft";
      for (const { role, to, missing } of steps) {
        const before = status;
        const decided = decideAgreement(before, to, { ...facts(role, to), missing });
        if (decided.ok) status = decided.status;
        if (["closed", "ended_early", "cancelled"].includes(before)) expect(status).toBe(before);
        if (status === "in_force" && before !== "in_force") expect(missing).toEqual([]);
      }
    }),
  );
});
