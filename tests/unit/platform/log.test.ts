import { expect, test } from "vitest";
import { withoutData } from "#app/platform/log.server";

test("a failed statement is logged without its parameters and without the row that was refused", () => {
  const database = Object.assign(new Error("null value: Failing row contains (kanarie-radens-text)"), {
    severity: "ERROR",
    code: "23502",
    detail: "Failing row contains (kanarie-radens-text)",
    constraint_name: "participants_name_check",
  });
  const failed = Object.assign(
    new Error("Failed query: INSERT … params: kanarie-parameter", { cause: database }),
    {
      query: "INSERT",
      params: ["kanarie-parameter"],
    },
  );
  const logged = withoutData(failed);
  expect(JSON.stringify(logged)).not.toContain("kanarie");
  expect(logged).toMatchObject({
    type: "Error",
    stack: expect.stringContaining("log.test.ts"),
    cause: { code: "23502", constraint: "participants_name_check" },
  });
});

test("a bug keeps its message and its place", () => {
  expect(withoutData(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
});
