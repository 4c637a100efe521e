import "./production";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAuthSecret } from "#app/platform/auth-secret.server";
import { closeDatabase } from "#db/client.server";
import { seedTwoAssociations, type TwoAssociations } from "#tests/support/factories/two-associations";
import { owner } from "#tests/support/owner";
import { signInDirectly } from "#tests/support/session";
import { ask, builtRoutes } from "./application";
import { Checker, formsOf, gapsIn, unknownRoutes } from "./checker";
import { type Caller, callers, table } from "./routes";
import { watchDatabase } from "./untouched";

/**
 * Every role knocks at every address with every method, with forms empty and filled in, at own things, at those of the
 * same organisation, of another association and at such as never were; and must not be shown a word about anybody
 * outside its reach, nor change it. What is not yours and what does not exist look the same. The addresses come from
 * the build: a new route fails until it has a line. planted-leaks.test.ts shows what the checker finds.
 */
let checker: Checker;

beforeAll(async () => {
  const world: TwoAssociations = await seedTwoAssociations();
  /** A fresh session each time: some forms end it. */
  const cookieOf = (caller: Caller) =>
    caller === "nobody signed in" ? null : signInDirectly(owner, world.users[caller], readAuthSecret(), true);
  checker = new Checker(
    world,
    async ({ method, path, caller, form }) => ask(method, path, await cookieOf(caller), form),
    await watchDatabase(world),
  );
});
afterAll(() => closeDatabase());

test("every route of the build has a line in the table, and every line a route", () => {
  expect(
    unknownRoutes(
      builtRoutes.map(({ path }) => path),
      table,
    ),
  ).toEqual([]);
});

const known = builtRoutes.filter(({ path }) => path in table);

test("every parameter of an address is described, and every form of a role filled in", () => {
  expect(known.flatMap(({ path }) => gapsIn(path, table[path]!))).toEqual([]);
});

describe.each(known)("GET $path", ({ path, isPage }) => {
  test.each(callers)("by %s", async (caller) => {
    expect(await checker.get(path, table[path]!, caller, isPage)).toEqual([]);
  });
});

test.each([
  "coordinator a1",
  "coordinator a2",
  "coach a1",
  "case_worker a1",
  "participant a1",
  "employer a1",
])("there was something to find: %s was shown", (seen) => expect([...checker.shown]).toContain(seen));

// After all reading: what is sent changes what can be read.
describe.each(known)("POST $path", ({ path }) => {
  test.each(callers)("by %s", async (caller) => {
    expect(await checker.post(path, table[path]!, caller)).toEqual([]);
  });
});

test("the forms were filled in well: each was taken from somebody whose thing it was, or came at the wrong moment", () => {
  const answers = known.flatMap(({ path }) => {
    const { notNow } = table[path]!;
    return formsOf(table[path]!).map((_, index) => {
      const status = checker.sent.get(`${path} ${index + 1}`) ?? 0;
      const isRight = notNow ? status === 409 : status >= 200 && status < 400;
      return isRight ? "" : `${path}, form ${index + 1}: ${status || "sent by nobody"}`;
    });
  });
  expect(answers.filter((told) => told !== "")).toEqual([]);
});

describe.each(known)("PUT, PATCH and DELETE $path", ({ path }) => {
  test.each(callers)("by %s do nothing", async (caller) => {
    expect(await checker.others(path, table[path]!, caller)).toEqual([]);
  });
});
