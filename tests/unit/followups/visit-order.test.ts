import fc from "fast-check";
import { expect, test } from "vitest";
import { orderVisits, type VisitStop, wayKm } from "#app/domain/followups/visit-order";

/** A stop so many kilometres east and north of somewhere. */
const stop = (id: string, east: number, north: number, at: string | null = null): VisitStop => ({
  id,
  at,
  point: { east: 500_000 + east * 1000, north: 6_600_000 + north * 1000 },
});
const idsOf = (stops: readonly VisitStop[]) => orderVisits(stops).map(({ id }) => id);

test("without booked times each next one is the nearest", () => {
  expect(idsOf([stop("a", 0, 0), stop("far", 30, 0), stop("near", 2, 0), stop("mid", 10, 0)])).toEqual([
    "a",
    "near",
    "mid",
    "far",
  ]);
});

test("booked times are kept, and a visit on the way is put in where there is time", () => {
  const nine = stop("nine", 0, 0, "09:00");
  const one = stop("one", 20, 0, "13:00");
  expect(idsOf([one, stop("between", 10, 0), nine])).toEqual(["nine", "between", "one"]);
  // A quarter of an hour between two booked ones is no time for a third.
  expect(idsOf([nine, stop("between", 0, 1), stop("soon", 0, 0, "10:00")])).toEqual([
    "nine",
    "soon",
    "between",
  ]);
});

test("the way is told as the crow flies, and what nobody knows is not counted", () => {
  const order = orderVisits([stop("a", 0, 0), stop("b", 3, 4), { id: "c", at: null, point: null }]);
  expect(order.map(({ km }) => km)).toEqual([null, 5, null]);
  expect(wayKm(order)).toBe(5);
  expect(wayKm([])).toBe(0);
});

const anyStops = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    at: fc.option(fc.constantFrom("08:00", "09:30", "10:15", "11:00", "13:45", "16:00")),
    point: fc.option(
      fc.record({ east: fc.integer({ min: 3e5, max: 9e5 }), north: fc.integer({ min: 61e5, max: 76e5 }) }),
    ),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

test("every visit is there once, the booked ones in the order of their times, whatever the rest is", () => {
  fc.assert(
    fc.property(anyStops, (stops) => {
      const order = orderVisits(stops);
      expect(order.map(({ id }) => id).sort()).toEqual(stops.map(({ id }) => id).sort());
      const times = order.flatMap(({ at }) => (at === null ? [] : [at]));
      expect(times).toEqual([...times].sort());
      for (const { km } of order) expect(km === null || km >= 0).toBe(true);
    }),
  );
});
