import { describe, expect, test } from "vitest";
import { type Actor, publicActor, roles } from "#app/domain/identity/actor";
import { can, type ProfileAction, scope } from "#app/domain/profiles/policy";

const own = { associationId: 1, participantId: "a" };
const foreign = { associationId: 2, participantId: "b" };
const actor = (role: Actor["role"]): Actor => ({
  ...publicActor,
  userId: "u",
  role,
  associationId: role === "employer" ? null : 1,
  agencyId: role === "case_worker" ? 7 : null,
  participantId: role === "participant" ? "a" : null,
});

const allowed: Record<ProfileAction, string[]> = {
  "participant.list": ["coordinator", "coach"],
  "participant.read": ["coordinator", "coach"],
  "participant.create": ["coordinator"],
  "participant.change": ["coordinator"],
  "profile.read": ["coordinator", "coach", "participant"],
  "profile.change": ["coordinator"],
  "profile.confirm": ["participant"],
  "kartlaggning.read": ["coordinator", "coach", "participant"],
  "kartlaggning.change": ["coordinator"],
  "kartlaggning.confirm": ["participant"],
  "kartlaggning.read_shared": ["case_worker"],
  "comment.list": ["coordinator", "coach"],
  "comment.mark_read": ["coordinator", "coach"],
  "medical.read": ["coordinator", "coach", "participant"],
  "medical.change": ["coordinator"],
  "consent.read": ["coordinator", "coach", "participant"],
  "consent.record": ["coordinator"],
  "consent.own": ["participant"],
  "plan.read": ["coordinator", "coach", "case_worker", "participant"],
  "plan.change": ["coordinator", "coach"],
  "cases.list": ["case_worker"],
};
const actions = Object.keys(allowed) as ProfileAction[];

describe("who may do what with a participant", () => {
  test.each(actions)("%s", (action) => {
    const may = [...roles, "public", "system"].filter((role) => can(actor(role as Actor["role"]), action));
    expect(may.sort()).toEqual(allowed[action].sort());
  });

  test.each(actions)("%s never reaches another association", (action) => {
    for (const role of roles) expect(can(actor(role), action, foreign)).toBe(false);
  });

  test("staff reach their own association, the participant only oneself", () => {
    expect(can(actor("coordinator"), "profile.change", own)).toBe(true);
    expect(can(actor("participant"), "profile.confirm", own)).toBe(true);
    expect(can(actor("participant"), "profile.confirm", { ...own, participantId: "c" })).toBe(false);
  });

  test("somebody without an association has no scope", () => {
    expect(scope({ ...actor("coordinator"), associationId: null })).toEqual({ kind: "none" });
    expect(scope(actor("board"))).toEqual({ kind: "none" });
    expect(scope(actor("case_worker"))).toEqual({
      kind: "own_cases",
      associationId: 1,
      agencyId: 7,
      userId: "u",
    });
  });
});
