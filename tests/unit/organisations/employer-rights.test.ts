import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { duties, type EmployerAction, may, type Post } from "#app/domain/organisations/employer-rights";

const post = (changes: Partial<Post> = {}): Post => ({
  duty: "administrator",
  workplaceId: null,
  supervises: [],
  standsInFor: null,
  ...changes,
});
const here = { workplaceId: 1, placementId: 10 };
const elsewhere = { workplaceId: 2, placementId: 20 };
const actions: EmployerAction[] = [
  "people.manage",
  "appetite.set",
  "workplace.add",
  "workplace.change",
  "placement.add",
  "placement.change",
  "placement.read",
  "placement.confirm",
];
const allowedTo = (one: Post, thing?: typeof here) => actions.filter((action) => may([one], action, thing));

describe("what each duty may do", () => {
  test("administrators: everything, everywhere", () => {
    expect(allowedTo(post(), elsewhere)).toEqual(actions);
  });

  test("contact persons: the placements and the address of their workplace", () => {
    const contact = post({ duty: "contact", workplaceId: 1 });
    expect(allowedTo(contact, here)).toEqual([
      "workplace.change",
      "placement.add",
      "placement.change",
      "placement.read",
      "placement.confirm",
    ]);
    expect(allowedTo(contact, elsewhere)).toEqual([]);
    expect(allowedTo(post({ duty: "contact" }), elsewhere)).toContain("placement.change");
  });

  test("supervisors: read and confirm what they supervise", () => {
    const supervisor = post({ duty: "supervisor", workplaceId: 1, supervises: [20] });
    expect(allowedTo(supervisor, elsewhere)).toEqual(["placement.read", "placement.confirm"]);
    expect(allowedTo(supervisor, here)).toEqual([]);
  });

  test("whoever stands in gets the placements, not the people, the appetite or new workplaces", () => {
    expect(allowedTo(post({ standsInFor: "Berit" }), here)).toEqual(
      actions.filter((action) => !["people.manage", "appetite.set", "workplace.add"].includes(action)),
    );
  });

  test("nobody without a post may do anything", () => {
    for (const action of actions) expect(may([], action)).toBe(false);
  });
});

test("another post never takes anything away", () => {
  const posts = fc.record({
    duty: fc.constantFrom(...duties),
    workplaceId: fc.constantFrom(null, 1, 2),
    supervises: fc.subarray([10, 20]),
    standsInFor: fc.constantFrom(null, "Berit"),
  });
  const things = fc.constantFrom(here, elsewhere, undefined);
  fc.assert(
    fc.property(fc.array(posts), posts, fc.constantFrom(...actions), things, (some, more, action, thing) => {
      if (may(some, action, thing)) expect(may([...some, more], action, thing)).toBe(true);
    }),
  );
});
