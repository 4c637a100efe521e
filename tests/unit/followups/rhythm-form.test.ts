import { describe, expect, test } from "vitest";
import { readRows, rowsOf } from "#app/domain/followups/rhythm-form";
import { shippedSteps } from "#app/domain/followups/shipped-rhythms";

const [first] = rowsOf(shippedSteps("praktik", "normal"));
const every = { ...first!, time: "every", count: "4", from: "" };

describe("the rows of a rhythm", () => {
  test.each([
    [{ ...first!, count: "0" }, "count"],
    [{ ...first!, time: "in_week", count: "hundra" }, "count"],
    [{ ...every, from: "200" }, "from"],
    [{ ...every, count: "x" }, "count"],
    [{ ...first!, form: "brev" }, "form"],
  ])("that cannot be read as %o are told with the one field to mend", (row, field) => {
    const { steps, errors } = readRows([first!, row]);
    expect(steps).toBeNull();
    expect(errors.map((error) => [error.row, error.field])).toEqual([[1, field]]);
  });

  test("of the shipped rhythms say their steps again", () => {
    expect(readRows(rowsOf(shippedSteps("praktik", "normal"))).steps).toEqual(
      shippedSteps("praktik", "normal"),
    );
  });

  test("that fall on the same time are a fault of the whole", () => {
    expect(readRows([first!, first!]).errors).toEqual([{ row: null, field: null, code: "same_step_twice" }]);
  });
});
