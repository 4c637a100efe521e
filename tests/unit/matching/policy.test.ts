import { expect, test } from "vitest";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { canMatch } from "#app/domain/matching/policy";

const participant = { id: "p", associationId: 1 };
const actor = (but: Partial<Actor>): Actor => ({ ...publicActor, userId: "u", ...but });

test.each([
  ["a coordinator here", actor({ role: "coordinator", associationId: 1 }), true, false],
  ["a coordinator elsewhere", actor({ role: "coordinator", associationId: 2 }), false, false],
  ["a coach here", actor({ role: "coach", associationId: 1 }), true, false],
  ["a case worker here", actor({ role: "case_worker", associationId: 1 }), false, false],
  ["an employer", actor({ role: "employer", employerId: 1 }), false, false],
  ["the participant", actor({ role: "participant", associationId: 1, participantId: "p" }), false, true],
  ["another participant", actor({ role: "participant", associationId: 1, participantId: "q" }), false, false],
  ["nobody", publicActor, false, false],
] as const)("%s", (_, who, read, own) => {
  expect(canMatch(who, "matches.read", participant)).toBe(read);
  expect(canMatch(who, "matches.export", participant)).toBe(read);
  expect(canMatch(who, "matches.own", participant)).toBe(own);
});
