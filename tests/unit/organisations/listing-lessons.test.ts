import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListingFacts, listingChanges, withChanges } from "#app/domain/organisations/listing-lessons";
import { adaptations, demands, type Level } from "#app/domain/placements/vocabulary";
import { whatCame } from "#app/domain/reports/what-came-of-it";

const listing: fc.Arbitrary<ListingFacts> = fc
  .record({
    hours: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
    adaptations: fc.subarray(adaptations),
    levels: fc.array(fc.constantFrom<Level | null>(0, 1, 2, 3, null), { minLength: 10, maxLength: 10 }),
  })
  .map(({ hours, levels, ...rest }) => ({
    ...rest,
    hoursMin: Math.min(...hours),
    hoursMax: Math.max(...hours),
    demands: Object.fromEntries(demands.map((demand, index) => [demand, levels[index]])),
  }));
const lived = fc.record({
  firstHours: fc.integer({ min: 1, max: 40 }),
  mostHours: fc.integer({ min: 1, max: 40 }),
  adaptations: fc.subarray(adaptations),
});

describe("what to change in a listing", () => {
  test("never narrows hours, takes nothing away, and never asks for more", () => {
    fc.assert(
      fc.property(listing, lived, (before, was) => {
        const after = withChanges(before, listingChanges(before, was));
        expect(after.hoursMin).toBeLessThanOrEqual(before.hoursMin);
        expect(after.hoursMax).toBeGreaterThanOrEqual(before.hoursMax);
        expect(after.adaptations).toEqual(
          expect.arrayContaining([...before.adaptations, ...was.adaptations]),
        );
        for (const demand of demands) {
          const [from, to] = [before.demands[demand], after.demands[demand]];
          if (from === null || from === undefined) expect(to).toBe(from);
          else expect([from, Math.max(1, from - 1)]).toContain(to);
        }
      }),
    );
  });

  test("proposes hours and adaptations once: made, they are not proposed again", () => {
    fc.assert(
      fc.property(listing, lived, (before, was) => {
        const after = withChanges(before, listingChanges(before, was));
        expect(listingChanges(after, was).filter(({ is }) => is !== "demand")).toEqual([]);
      }),
    );
  });
});

describe("what came of it", () => {
  test.each([
    [1, 1],
    [5, 1],
    [5, 5],
    [9, 5],
    [9, 4],
  ])("of %i ended, %i went on: too few on one side say nothing", (ended, wentOn) => {
    const came = whatCame({ ended, wentOn, told: null });
    if (wentOn > 0 && wentOn < 5) expect(came).toEqual({ is: "nothing" });
    if (ended - wentOn > 0 && ended - wentOn < 5) expect(came).toEqual({ is: "nothing" });
  });
  test("numbers when both sides are large, and one person's with a yes", () => {
    expect(whatCame({ ended: 12, wentOn: 6, told: null })).toEqual({ is: "numbers", ended: 12, wentOn: 6 });
    expect(whatCame({ ended: 1, wentOn: 1, told: "arbete" })).toEqual({ is: "told", outcome: "arbete" });
  });
});
