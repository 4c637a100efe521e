import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideOwner,
  type OwnerAction,
  ownerActions,
  ownerActionsFor,
  ownerFormSchema,
  type Person,
  type Relation,
} from "#app/domain/organisations/contact-owner";

const [anna, elias, kim] = ["anna", "elias", "kim"].map((userId) => ({ userId, name: userId })) as [
  Person,
  Person,
  Person,
];
const open = { id: 1, from: anna, to: elias };

const cases: [string, Relation, Person, OwnerAction[]][] = [
  ["nobody holds it", { owner: null, open: null }, kim, ["claim"]],
  ["I hold it", { owner: anna, open: null }, anna, ["propose", "release"]],
  ["I hold it and have asked", { owner: anna, open }, anna, ["withdraw", "release"]],
  ["I am asked", { owner: anna, open }, elias, ["accept", "decline", "take_over"]],
  ["another holds it", { owner: anna, open: null }, kim, ["take_over"]],
];
test.each(cases)("%s: what I can do", (_what, relation, me, expected) => {
  expect(ownerActionsFor(me, relation)).toEqual(expected);
});

describe("walked at random by three people", () => {
  const step = fc.record({
    act: fc.constantFrom(...ownerActions),
    me: fc.constantFrom(anna, elias, kim),
    to: fc.constantFrom(anna, elias, kim),
  });
  test("there is never more than one holder and one question, and a question is always the holder's", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let relation: Relation = { owner: null, open: null };
        for (const { act, me, to } of steps) {
          const decision = decideOwner(act, { ...relation, me, to });
          if (!decision.ok) continue;
          const before = relation;
          relation = {
            owner: decision.owner,
            open: act === "propose" ? { id: 1, from: me, to } : decision.ends ? null : before.open,
          };
          if (act === "accept") expect(relation.owner).toEqual(before.open!.to);
          if (["accept", "claim", "take_over"].includes(act)) expect(relation.owner).toEqual(me);
          if (["propose", "decline", "withdraw"].includes(act)) expect(relation.owner).toEqual(before.owner);
          if (relation.open) {
            expect(relation.open.from).toEqual(relation.owner);
            expect(relation.open.to).not.toEqual(relation.owner);
          }
        }
      }),
    );
  });
});

test("a form asks for what its step needs", () => {
  const codes = (form: object) => {
    const parsed = ownerFormSchema.safeParse(form);
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };
  expect(codes({ act: "propose" })).toEqual(["to_required"]);
  expect(codes({ act: "take_over" })).toEqual(["reason_required"]);
  expect(codes({ act: "take_over", reason: "other" })).toEqual(["note_required"]);
  expect(codes({ act: "take_over", reason: "away" })).toEqual([]);
  expect(codes({ act: "steal" })).toEqual(["choose_in_list"]);
});
