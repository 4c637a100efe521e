import "./production";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#db/client.server";
import { builtRoutes } from "./application";
import { type Checker, gapsIn, unknownRoutes } from "./checker";
import { known, probe } from "./probe";
import { callers, table } from "./routes";

/**
 * Every role knocks at every address, at own things, at those of the same organisation, of another association and at
 * such as never were; and must not be shown a word about anybody outside its reach. What is not yours and what does
 * not exist look the same. The addresses come from the build: a new route fails until it has a line. What is sent is
 * tried in sending.test.ts; planted-leaks.test.ts shows what the checker finds.
 */
let checker: Checker;
beforeAll(async () => {
  checker = await probe();
});
afterAll(() => closeDatabase());

test("every route of the build has a line in the table, and every line a route", () => {
  const addresses = builtRoutes.map(({ path }) => path);
  expect(unknownRoutes(addresses, table)).toEqual([]);
});

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
