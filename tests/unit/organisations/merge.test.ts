import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clashesOf,
  differingFields,
  freeName,
  type MergeChoices,
  type MergeRecord,
  planMerge,
  readMergeChoices,
  typedFor,
} from "#app/domain/organisations/merge";

const names = fc.constantFrom("Butiken", "Lagret", "Kontoret", "Verkstan");
const titles = fc.uniqueArray(fc.constantFrom("Packa", "Plocka", "Städa"), { maxLength: 3 });
const people = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom("Anna", "Kim"),
    email: fc.constantFrom(null, "a@x.se", "b@x.se"),
    phone: fc.constantFrom(null, "070-1"),
    userId: fc.constantFrom(null, "u1", "u2"),
  }),
  { selector: ({ name }) => name, maxLength: 2 },
);

/** A record whose ids begin at `from`: names of workplaces and titles are unique within it, as in the database. */
function record(from: number): fc.Arbitrary<MergeRecord> {
  return fc
    .record({
      organisationNumber: fc.constantFrom("556016-0680", "559817-0941", null),
      name: fc.constantFrom("Ekens AB", "Eken"),
      appetite: fc.constantFrom("yes" as const, "maybe" as const),
      workplaces: fc.uniqueArray(fc.record({ name: names, titles }), { selector: ({ name }) => name }),
      people,
    })
    .map(({ workplaces, people: persons, ...rest }) => {
      let id = from;
      const placed = workplaces.map(({ name, titles: list }) => ({
        id: ++id,
        name,
        address: "Storgatan 1",
        locality: "Nora",
        placements: list.map((title) => ({ id: ++id, title })),
      }));
      return {
        ...rest,
        id: from,
        sector: "privat" as const,
        verified: true,
        askAgainOn: null,
        owner: null,
        workplaces: placed,
        people: persons.map((one) => ({ ...one, id: ++id, workplaceId: placed[0]?.id ?? null })),
      };
    });
}

/** Answers as the page proposes them. */
function choose(kept: MergeRecord, gone: MergeRecord, answers: ("same" | "apart")[]): MergeChoices {
  const choices: MergeChoices = { fields: {}, workplaces: {}, titles: {} };
  for (const field of differingFields(kept, gone)) choices.fields[field] = "gone";
  const taken = new Set([...kept.workplaces, ...gone.workplaces].map(({ name }) => name));
  clashesOf(kept, gone).forEach((clash, place) => {
    const answer = answers[place % answers.length] ?? "same";
    choices.workplaces[clash.gone.id] = { answer, newName: freeName(clash.gone.name, taken) };
    const inUse = new Set([...clash.kept.placements, ...clash.gone.placements].map(({ title }) => title));
    for (const { id, title } of clash.titles) choices.titles[id] = freeName(title, inUse);
  });
  return choices;
}

const pair = fc.record({
  kept: record(1000),
  gone: record(2000),
  answers: fc.array(fc.constantFrom("same" as const, "apart" as const), { minLength: 1, maxLength: 3 }),
});

describe("a merge as the page proposes it", () => {
  test("loses nothing: every workplace and person goes somewhere", () => {
    fc.assert(
      fc.property(pair, ({ kept, gone, answers }) => {
        const planned = planMerge(kept, gone, choose(kept, gone, answers));
        if (!planned.ok) throw new Error(JSON.stringify(planned.errors));
        const { plan } = planned;
        const placed = [...plan.moved, ...plan.joined].map(({ id }) => id);
        expect(placed.sort()).toEqual(gone.workplaces.map(({ id }) => id).sort());
        expect(plan.people.map(({ id }) => id)).toEqual(gone.people.map(({ id }) => id));
      }),
    );
  });

  test("leaves no name twice: workplaces of the employer, titles of a workplace, people of a place", () => {
    fc.assert(
      fc.property(pair, ({ kept, gone, answers }) => {
        const planned = planMerge(kept, gone, choose(kept, gone, answers));
        if (!planned.ok) throw new Error(JSON.stringify(planned.errors));
        const { plan } = planned;
        expectUnique([...kept.workplaces, ...plan.moved].map(({ name }) => name));
        for (const { id, into, titles: renamed } of plan.joined) {
          const here = kept.workplaces.find((one) => one.id === into)!.placements;
          const coming = gone.workplaces.find((one) => one.id === id)!.placements;
          const after = coming.map((one) => renamed.find((other) => other.id === one.id)?.title ?? one.title);
          expectUnique([...here.map(({ title }) => title), ...after]);
        }
        const moved = plan.people.filter(({ joins }) => joins === null);
        expectUnique([...kept.people, ...moved].map(({ workplaceId, name }) => `${workplaceId} ${name}`));
      }),
    );
  });

  test("never makes one person of two accounts, or of two addresses", () => {
    fc.assert(
      fc.property(pair, ({ kept, gone, answers }) => {
        const planned = planMerge(kept, gone, choose(kept, gone, answers));
        if (!planned.ok) throw new Error(JSON.stringify(planned.errors));
        for (const { id, joins } of planned.plan.people) {
          if (joins === null) continue;
          const [one, other] = [
            gone.people.find((p) => p.id === id)!,
            kept.people.find((p) => p.id === joins)!,
          ];
          for (const field of ["email", "userId"] as const) {
            if (one[field] && other[field]) expect(one[field]).toBe(other[field]);
          }
        }
      }),
    );
  });
});

test("a name that is taken already, or an empty one, is sent back", () => {
  const shop = (id: number) => ({
    id,
    name: "Butiken",
    address: "",
    locality: "",
    placements: [{ id: id + 1, title: "Packa" }],
  });
  const base = {
    sector: "privat",
    verified: true,
    appetite: "yes",
    askAgainOn: null,
    owner: null,
    people: [],
  } as const;
  const kept = { ...base, id: 1, organisationNumber: "a", name: "X", workplaces: [shop(10)], people: [] };
  const gone = { ...base, id: 2, organisationNumber: "a", name: "X", workplaces: [shop(20)], people: [] };
  const plan = (answer: "same" | "apart", newName: string, title: string) =>
    planMerge(kept, gone, { fields: {}, workplaces: { 20: { answer, newName } }, titles: { 21: title } });
  expect(plan("apart", "Butiken", "")).toMatchObject({ errors: { "stallenamn.20": "name_taken" } });
  expect(plan("apart", " ", "")).toMatchObject({ errors: { "stallenamn.20": "name_required" } });
  expect(plan("same", "", "Packa")).toMatchObject({ errors: { "rubrik.21": "title_taken" } });
  expect(plan("same", "", "")).toMatchObject({ errors: { "rubrik.21": "title_required" } });
  expect(plan("same", "", "Packa mer")).toMatchObject({ ok: true });
});

test("a number that only one of them has is not asked for, and stays", () => {
  const base = {
    name: "Kiosken",
    sector: "privat",
    verified: true,
    appetite: "yes",
    askAgainOn: null,
    owner: null,
    workplaces: [],
    people: [],
  } as const;
  const met = { ...base, id: 1, organisationNumber: null, workplaces: [], people: [] };
  const known = { ...base, id: 2, organisationNumber: "556016-0680", workplaces: [], people: [] };
  const nothing = { fields: {}, workplaces: {}, titles: {} };
  expect(differingFields(met, known)).toEqual([]);
  expect(planMerge(met, known, nothing)).toMatchObject({ plan: { fields: { organisationNumber: "gone" } } });
  expect(planMerge(known, met, nothing)).toMatchObject({ plan: { fields: { organisationNumber: "kept" } } });
  expect([typedFor(met), typedFor(known)]).toEqual(["Kiosken", "556016-0680"]);
});

test("the form is read, and what it does not know is left out", () => {
  const form = [
    ["falt.name", "gone"],
    ["falt.owner", "both"],
    ["falt.secret", "gone"],
    ["stalle.7", "same"],
    ["stallenamn.7", "Sju"],
    ["stalle.x", "same"],
    ["rubrik.9", "Nio"],
    ["typed", "1"],
  ] as [string, string][];
  expect(readMergeChoices(form)).toEqual({
    fields: { name: "gone" },
    workplaces: { 7: { answer: "same", newName: "Sju" } },
    titles: { 9: "Nio" },
  });
});

function expectUnique(list: string[]) {
  expect(list.length).toBe(new Set(list).size);
}
