import "./production";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#db/client.server";
import { type Checker, formsOf } from "./checker";
import { known, probe } from "./probe";
import { callers, table } from "./routes";

/**
 * Every role sends every form to every address, empty and filled in, at own things and at those of others; and is
 * neither shown anybody outside its reach nor changes a row of theirs. What is read is tried in reading.test.ts, other
 * methods in methods.test.ts.
 */
let checker: Checker;
beforeAll(async () => {
  checker = await probe();
});
afterAll(() => closeDatabase());

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
