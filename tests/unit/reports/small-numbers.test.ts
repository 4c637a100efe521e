import fc from "fast-check";
import { expect, test } from "vitest";
import { guarded } from "#app/domain/reports/small-numbers";

test("what is large enough is shown as it is, and nobody is nobody", () => {
  expect(guarded([12, 0, 5])).toEqual({ cells: [12, 0, 5], total: 17 });
  expect(guarded([])).toEqual({ cells: [], total: 0 });
  expect(guarded([0, 0])).toEqual({ cells: [0, 0], total: 0 });
});

test("one small cell takes the first other with it, or else the total would tell it", () => {
  expect(guarded([20, 3, 9, 0])).toEqual({ cells: [null, null, 9, 0], total: 32 });
});

test("two small ones hide each other: what is large is shown", () => {
  expect(guarded([20, 4, 2])).toEqual({ cells: [20, null, null], total: 26 });
});

test("with nothing to hide behind the total is hidden", () => {
  expect(guarded([3])).toEqual({ cells: [null], total: null });
  expect(guarded([1, 1, 0])).toEqual({ cells: [null, null, 0], total: null });
  expect(guarded([4, 4, 4])).toEqual({ cells: [null, null, null], total: null });
});

/** Every table of this length that is published in the same way, by somebody who knows the rule. */
function lookAlikes(counts: number[]): number[][] {
  const shown = JSON.stringify(guarded(counts));
  const found: number[][] = [];
  const grow = (row: number[]) => {
    if (row.length === counts.length) {
      if (JSON.stringify(guarded(row)) === shown) found.push(row);
      return;
    }
    for (let next = 0; next <= 16; next++) grow([...row, next]);
  };
  grow([]);
  return found;
}

test("nobody who knows the rule can compute a hidden cell: another table would look the same", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }), (counts) => {
      const { cells } = guarded(counts);
      const others = lookAlikes(counts);
      cells.forEach((cell, place) => {
        if (cell !== null) return;
        expect(new Set(others.map((row) => row[place])).size).toBeGreaterThan(1);
      });
      expect(counts.every((count, place) => cells[place] === null || count === 0 || count >= 5)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
