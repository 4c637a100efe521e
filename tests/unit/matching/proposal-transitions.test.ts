import { expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import { closedStatuses, openStatuses, proposalStatuses } from "#app/domain/matching/proposal-status";
import { decide, type ProposalFacts } from "#app/domain/matching/proposal-transitions";

const everything: Omit<ProposalFacts, "role"> = {
  now: 1000,
  holdUntil: 500,
  consentToPresent: true,
  profileIsReady: true,
  appetite: "yes",
  how: "telefon",
  reason: "other",
  visitAt: 2000,
  visitPlace: "Kvarnen",
  nameAgreed: true,
};
const actors = [...roles, "public", "system"] as const;

/** The table of domain.md "Proposal", written a second time and by hand: `from > to: who`. */
const table = new Map<string, string[]>([
  ["shortlisted>held", ["coordinator"]],
  ["shortlisted>asked_participant", ["coordinator"]],
  ["held>asked_participant", ["coordinator"]],
  ["asked_participant>participant_yes", ["participant", "coordinator"]],
  ["asked_participant>participant_no", ["participant", "coordinator"]],
  ["participant_yes>presented", ["coordinator"]],
  ["presented>employer_yes", ["employer", "coordinator"]],
  ["presented>employer_maybe_meet", ["employer", "coordinator"]],
  ["presented>employer_no", ["employer", "coordinator"]],
  ["employer_yes>visit_booked", ["coordinator", "coach"]],
  ["employer_maybe_meet>visit_booked", ["coordinator", "coach"]],
  ["employer_yes>agreed", ["coordinator"]],
  ["visit_booked>agreed", ["coordinator"]],
  ...openStatuses.map((from): [string, string[]] => [`${from}>withdrawn`, ["coordinator", "participant"]]),
  ...openStatuses.map((from): [string, string[]] => [`${from}>expired`, ["system"]]),
]);

test("every role × state × step is allowed exactly when the table says so", () => {
  for (const role of actors) {
    for (const from of proposalStatuses) {
      for (const to of proposalStatuses) {
        const allowed = table.get(`${from}>${to}`)?.includes(role) ?? false;
        expect(decide(from, to, { ...everything, role }).ok, `${role}: ${from} → ${to}`).toBe(allowed);
      }
    }
  }
});

test.each(closedStatuses)("nothing leaves %s", (from) => {
  for (const to of proposalStatuses) {
    for (const role of actors) expect(decide(from, to, { ...everything, role }).ok).toBe(false);
  }
});

test.each([
  ["asked_participant", "participant_yes", { how: null }, "how_missing"],
  ["asked_participant", "participant_no", { reason: null }, "reason_missing"],
  ["asked_participant", "participant_no", { reason: "no_supervisor" }, "reason_missing"],
  ["participant_yes", "presented", { consentToPresent: false }, "consent_missing"],
  ["participant_yes", "presented", { profileIsReady: false }, "profile_missing"],
  ["participant_yes", "presented", { appetite: "not_now" }, "employer_not_now"],
  ["presented", "employer_yes", { how: null }, "how_missing"],
  ["presented", "employer_no", { reason: "too_far_away" }, "reason_missing"],
  ["employer_yes", "visit_booked", { visitAt: null }, "visit_missing"],
  ["employer_yes", "visit_booked", { visitPlace: " " }, "visit_missing"],
  ["employer_yes", "visit_booked", { visitAt: 999 }, "visit_in_the_past"],
  ["employer_yes", "visit_booked", { nameAgreed: false }, "name_not_agreed"],
] as const)("%s → %s is refused to the coordinator with %o", (from, to, but, code) => {
  expect(decide(from, to, { ...everything, role: "coordinator", ...but })).toEqual({ ok: false, code });
});

test("a participant's own answer needs no how, and a hold ends only when its time has passed", () => {
  expect(
    decide("asked_participant", "participant_yes", { ...everything, role: "participant", how: null }).ok,
  ).toBe(true);
  expect(decide("held", "expired", { ...everything, role: "system", holdUntil: 1001 })).toEqual({
    ok: false,
    code: "not_overdue",
  });
  expect(decide("held", "expired", { ...everything, role: "system", holdUntil: null })).toEqual({
    ok: false,
    code: "not_overdue",
  });
});

test("no, withdrawn and expired free the slot at once; hold and agreement take one", () => {
  const slot = (
    from: (typeof proposalStatuses)[number],
    to: (typeof proposalStatuses)[number],
    role: ProposalFacts["role"],
  ) => {
    const decision = decide(from, to, { ...everything, role });
    return decision.ok && decision.slot;
  };
  expect(slot("asked_participant", "participant_no", "participant")).toBe("release");
  expect(slot("presented", "employer_no", "employer")).toBe("release");
  expect(slot("held", "withdrawn", "coordinator")).toBe("release");
  expect(slot("held", "expired", "system")).toBe("release");
  expect(slot("shortlisted", "held", "coordinator")).toBe("take");
  expect(slot("employer_yes", "agreed", "coordinator")).toBe("take");
});
