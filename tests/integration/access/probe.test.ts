import "./production";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { closeDatabase } from "#db/client.server";
import {
  seedTwoAssociations,
  type TwoAssociations,
  type Whose,
} from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask, builtRoutes } from "./application";
import {
  type Caller,
  callers,
  fieldsOf,
  type Knock,
  type Line,
  neverFor,
  reachOf,
  type Thing,
  table,
} from "./routes";

/**
 * Every role knocks at every address with every method, at own things, at those of the same organisation, of another
 * association and at such as never were, and must not be shown a word about anybody outside its reach. What is not
 * yours and what does not exist look the same. The addresses come from the build: a new route fails until it has a line.
 */
let world: TwoAssociations;

beforeAll(async () => {
  world = await seedTwoAssociations();
});
afterAll(() => closeDatabase());

const known = builtRoutes.filter(({ path }) => path in table);

test("every route of the build has a line in the table, and every line a route", () => {
  const built = [...new Set(builtRoutes.map(({ path }) => path))].sort();
  expect(built.filter((path) => !(path in table))).toEqual([]);
  expect(Object.keys(table).filter((path) => !built.includes(path))).toEqual([]);
});

test("every parameter of an address is described", () => {
  for (const { path } of known) {
    const names = [...path.matchAll(/:(\w+)/g)]
      .map((match) => match[1])
      .concat(path.endsWith("*") ? ["*"] : []);
    expect([path, Object.keys(table[path]!.params ?? {}).sort()]).toEqual([path, names.sort()]);
  }
});

describe.each(known)("$path", ({ path, isPage }) => {
  const line = table[path]!;
  test.each(callers)("GET by %s", async (caller) => {
    const answers = await probeAll(line, "GET", path, caller);
    if (isPage) for (const relation of answers.keys()) await probeData(path, line, caller, relation);
  });

  test.each(callers)("POST by %s", async (caller) => {
    await probeAll(line, "POST", path, caller);
  });

  test.each(callers)("PUT, PATCH and DELETE by %s do nothing", async (caller) => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const answer = await send(method, addressOf(line, path, "a1"), caller);
      expect(answer.status, method).toBeGreaterThanOrEqual(300);
      expect(answer.status, method).toBeLessThan(500);
      expectNothingForeign(answer, caller);
    }
  });
});

test.each(["coordinator a1", "coordinator a2", "coach a1", "case_worker a1", "participant a1"])(
  "there was something to find: %s was shown",
  (seen) => expect([...sung]).toContain(seen),
);

/** Whose thing the address names; `none` never was. */
type Relation = Whose | "none";

function relationsOf(line: Line, caller: Caller): Relation[] {
  const things = Object.values(line.params ?? {});
  const personal = things.some(
    (thing) => thing === "participant" || thing === "proposal" || thing === "import",
  );
  if (!personal) return ["a1"];
  // A knock that is refused at the door is refused whatever stands in the address: two are enough to see that.
  return mayKnock(line.get, caller) || mayKnock(line.post, caller)
    ? ["a1", "a2", "b1", "none"]
    : ["a1", "b1"];
}

function mayKnock(knock: Knock, caller: Caller): boolean {
  if (knock === "public") return true;
  if (knock === "nobody" || caller === "nobody signed in") return false;
  return knock === "signed_in" || knock.includes(caller);
}

async function probeAll(line: Line, method: "GET" | "POST", path: string, caller: Caller) {
  const answers = new Map<Relation, Answer>();
  for (const relation of relationsOf(line, caller)) {
    answers.set(relation, await probe(line, method, path, caller, relation));
  }
  expectSameAnswers(line, answers, caller);
  return answers;
}

async function probe(line: Line, method: "GET" | "POST", path: string, caller: Caller, relation: Relation) {
  const knock = method === "GET" ? line.get : line.post;
  const answer = await send(method, addressOf(line, path, relation), caller);
  const said = `${method} ${path} of ${relation} by ${caller}: ${answer.status} ${answer.location ?? ""}`;
  expectNothingForeign(answer, caller);
  expect(answer.status, said).toBeLessThan(500);
  if (knock === "nobody") expect([400, 404, 405], said).toContain(answer.status);
  else if (line.hidden) expect(answer.status, said).toBe(404);
  else if (!mayKnock(knock, caller)) expectRefused(answer, caller, said);
  else if (!isReached(line, caller, relation)) expect([400, 404], said).toContain(answer.status);
  else if (method === "GET") expect(answer.status, said).toBeLessThan(400);
  return answer;
}

/** The same page as data only, as the browser asks for it when it stays on the page. */
async function probeData(path: string, line: Line, caller: Caller, relation: Relation) {
  const address = addressOf(line, path, relation);
  const answer = await send("GET", `${address === "/" ? "/_root" : address}.data`, caller);
  expectNothingForeign(answer, caller);
  expect(answer.status).toBeLessThan(500);
}

function expectRefused(answer: Answer, caller: Caller, said: string) {
  if (caller !== "nobody signed in") return expect(answer.status, said).toBe(403);
  expect([302, 303], said).toContain(answer.status);
  expect(answer.location, said).toMatch(/^\/logga-in(\?|$)/);
}

/** Nobody learns from an answer whether a thing of another association exists. */
function expectSameAnswers(line: Line, answers: Map<Relation, Answer>, caller: Caller) {
  const missing = answers.get("none");
  if (!missing) return;
  for (const [relation, answer] of answers) {
    if (relation === "none" || isReached(line, caller, relation)) continue;
    const said = `${answer.path} by ${caller}`;
    expect(withoutNames(answer, relation), said).toEqual(withoutNames(missing, "none"));
  }
}

/** What the probe has seen of whom, so that it cannot be content with pages that show nothing. */
const sung = new Set<string>();

function expectNothingForeign(answer: Answer, caller: Caller) {
  const text = `${answer.headers}\n${answer.body}`;
  const found = [...text.matchAll(/kanarie-(a1|a2|b1)-([a-z]+)/g)];
  const foreign = found.filter(([, whose, field]) => {
    if (!reachOf[caller].includes(whose as Whose)) return true;
    if (neverFor[caller]?.includes(field!)) return true;
    return fieldsOf[caller] !== undefined && !fieldsOf[caller].includes(field!);
  });
  const names = namesBeyond(caller).filter((name) => text.includes(name) && !answer.path.includes(name));
  expect([...foreign.map(([word]) => word), ...names], `${answer.path} by ${caller}`).toEqual([]);
  for (const [, whose] of found) sung.add(`${caller} ${whose}`);
  for (const whose of reachOf[caller]) {
    if (text.includes(world.participants[whose].reference)) sung.add(`${caller} ${whose}`);
  }
}

/** References and ids of everything outside a caller's reach: they may stand in no answer that did not name them first. */
function namesBeyond(caller: Caller): string[] {
  const beyond = (["a1", "a2", "b1"] as const).filter((whose) => !reachOf[caller].includes(whose));
  return beyond.flatMap((whose) => {
    const { id, reference } = world.participants[whose];
    return [id, reference, world.proposals[whose], ...(whose === "b1" ? [world.imports.b1] : [])];
  });
}

function isReached(line: Line, caller: Caller, relation: Relation): boolean {
  const things = Object.values(line.params ?? {});
  if (!things.some((thing) => thing === "participant" || thing === "proposal" || thing === "import"))
    return true;
  if (relation === "none" || caller === "nobody signed in") return false;
  return (line.reach?.[caller] ?? reachOf[caller]).includes(relation);
}

/** The values that may stand in an address, by kind of thing and relation. */
function nameOf(thing: Thing, relation: Relation): string {
  const { participants, proposals, imports, placement } = world;
  const missing = "00000000-0000-4000-8000-000000000000";
  if (typeof thing === "object") return thing.value;
  switch (thing) {
    case "participant":
      return relation === "none" ? "N-9999" : participants[relation].reference;
    case "proposal":
      return relation === "none" ? missing : proposals[relation];
    case "import":
      return relation === "none" ? missing : relation === "b1" ? imports.b1 : imports.a1;
    case "placement":
      return String(placement);
  }
}

function addressOf(line: Line, path: string, relation: Relation): string {
  let address = path;
  for (const [name, thing] of Object.entries(line.params ?? {})) {
    address = address.replace(name === "*" ? "*" : `:${name}`, nameOf(thing, relation));
  }
  return address;
}

type Answer = { path: string; status: number; location: string | null; headers: string; body: string };

async function send(method: string, path: string, caller: Caller): Promise<Answer> {
  const response = await ask(method, path, await cookieOf(caller));
  return {
    path,
    status: response.status,
    location: response.headers.get("Location"),
    headers: [...response.headers].map((pair) => pair.join(": ")).join("\n"),
    body: await response.text(),
  };
}

/** A fresh session each time: some forms end it. */
async function cookieOf(caller: Caller): Promise<string | null> {
  if (caller === "nobody signed in") return null;
  return signInDirectly(owner, world.users[caller], readAuthSecret(), true);
}

function withoutNames(answer: Answer, relation: Relation) {
  const things: Thing[] = ["participant", "proposal", "import"];
  const values = things.map((thing) => nameOf(thing, relation));
  const clean = (text: string) => values.reduce((rest, value) => rest.replaceAll(value, "·"), text);
  return { status: answer.status, location: clean(answer.location ?? ""), body: clean(answer.body) };
}
