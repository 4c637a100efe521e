import "./production";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#db/client.server";
import type { Checker } from "./checker";
import { known, probe } from "./probe";
import { callers, table } from "./routes";

/** The methods that no page uses, by every role at every address: refused, and nothing changes. */
let checker: Checker;
beforeAll(async () => {
  checker = await probe();
});
afterAll(() => closeDatabase());

describe.each(known)("PUT, PATCH and DELETE $path", ({ path }) => {
  test.each(callers)("by %s do nothing", async (caller) => {
    expect(await checker.others(path, table[path]!, caller)).toEqual([]);
  });
});
