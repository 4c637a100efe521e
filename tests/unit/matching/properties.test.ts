import fc from "fast-check";
import { expect, expectTypeOf, test, vi } from "vitest";
import { byRank, examine, rankOf } from "#app/domain/matching/match";
import type { Matchable } from "#app/domain/matching/matchable";
import { scoreOf } from "#app/domain/matching/score";
import { verdictOf } from "#app/domain/matching/verdict";
import { defaultWeights, scoreParts } from "#app/domain/matching/weights";
import { demands, type Level } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { aPlace } from "#tests/support/factories/matching";
import { anyAge, anyPlace, anyProfile } from "#tests/unit/matching/arbitraries";
import { mustBeHinder } from "#tests/unit/matching/oracle";

const runs = { numRuns: 1500 };
// Thousands of pairs take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test("the score is never below 0 or above 100, and has one decimal; no part gives more than its weight", () => {
  fc.assert(
    fc.property(anyProfile, anyPlace, (profile, place) => {
      const { total, parts } = scoreOf(profile, place, defaultWeights);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(100);
      expect(Math.abs(total * 10 - Math.round(total * 10))).toBeLessThan(1e-9);
      for (const part of scoreParts) {
        expect(parts[part]).toBeGreaterThanOrEqual(0);
        expect(parts[part]).toBeLessThanOrEqual(defaultWeights[part]);
      }
    }),
    runs,
  );
});

test("a better ability never lowers the score and never makes a hinder", () => {
  fc.assert(
    fc.property(anyProfile, anyPlace, anyAge, fc.constantFrom(...demands), (profile, place, age, demand) => {
      const ability = Math.min(3, profile.abilities[demand] + 1) as Level;
      const better = { ...profile, abilities: { ...profile.abilities, [demand]: ability } };
      const before = examine({ profile, age }, place, defaultWeights);
      const after = examine({ profile: better, age }, place, defaultWeights);
      expect(scoreOf(better, place, defaultWeights).total).toBeGreaterThanOrEqual(
        scoreOf(profile, place, defaultWeights).total,
      );
      if (before.score) expect(after.score?.total).toBeGreaterThanOrEqual(before.score.total);
    }),
    runs,
  );
});

test("no personal attribute can be asked about: the score takes the work profile, and age only meets a limit", () => {
  expectTypeOf(scoreOf).parameter(0).toEqualTypeOf<WorkProfile>();
  expectTypeOf<keyof Matchable>().toEqualTypeOf<"profile" | "age">();
  expectTypeOf<
    Extract<keyof WorkProfile, "sex" | "name" | "age" | "birthYear" | "origin" | "diagnosis" | "agency">
  >().toEqualTypeOf<never>();
});

test("age changes nothing but the hinder of a legal limit; whatever else is known of a person changes nothing", () => {
  fc.assert(
    fc.property(
      anyProfile,
      anyPlace,
      anyAge,
      anyAge,
      fc.record({ sex: fc.string(), origin: fc.string(), diagnosis: fc.string(), agency: fc.string() }),
      (profile, place, age, otherAge, personal) => {
        const unlimited = { ...place, ageMin: null, ageMax: null };
        const one = examine({ profile, age }, unlimited, defaultWeights);
        const other = examine(
          { profile: { ...profile, ...personal }, age: otherAge, ...personal } as Matchable,
          unlimited,
          defaultWeights,
        );
        expect(other).toEqual(one);
        const hinders = (of: number | null) =>
          verdictOf({ profile, age: of }, place).hinders.filter((code) => code !== "age_outside");
        expect(hinders(age)).toEqual(hinders(otherAge));
      },
    ),
    runs,
  );
});

test("hinder if and only if a rule of domain.md says so", () => {
  let free = 0;
  fc.assert(
    fc.property(anyProfile, anyPlace, anyAge, (profile, place, age) => {
      const { verdict, hinders } = verdictOf({ profile, age }, place);
      const expected = mustBeHinder({ profile, age }, place);
      expect(verdict === "hinder").toBe(expected);
      expect(hinders.length > 0).toBe(expected);
      if (!expected) free++;
    }),
    { numRuns: 6000 },
  );
  // Both sides of the rule were met.
  expect(free).toBeGreaterThan(0);
});

test("every hinder is told in a line, every adaptation in another; what passes has neither", () => {
  fc.assert(
    fc.property(anyProfile, anyPlace, anyAge, (profile, place, age) => {
      const { verdict, reasons, score } = examine({ profile, age }, place, defaultWeights);
      expect(reasons.some(({ tone }) => tone === "no")).toBe(verdict === "hinder");
      expect(score === null).toBe(verdict === "hinder");
      if (verdict !== "hinder") {
        expect(reasons.some(({ tone }) => tone === "adapt")).toBe(verdict === "passar_med_anpassning");
      }
    }),
    { numRuns: 6000 },
  );
});

test("the order is total and does not depend on where one begins", () => {
  const rank = fc.record({
    id: fc.integer({ min: 1, max: 5 }),
    total: fc.constantFrom(80, 80.1, 90),
    km: fc.constantFrom(0, 1, 2.5),
  });
  fc.assert(
    fc.property(fc.uniqueArray(rank, { selector: ({ id }) => id }), rank, rank, (many, a, b) => {
      const sorted = many.toSorted(byRank);
      expect(many.toReversed().toSorted(byRank)).toEqual(sorted);
      expect(Math.sign(byRank(a, b))).toBe(-Math.sign(byRank(b, a)) + 0);
      for (const [i, one] of sorted.slice(1).entries()) expect(byRank(sorted[i]!, one)).toBeLessThan(0);
    }),
  );
});

test("a higher score comes first, then the nearer, then the lower id", () => {
  const ranked = [
    { id: 3, total: 80, km: 1 },
    { id: 2, total: 80, km: 2 },
    { id: 1, total: 80, km: 2 },
    { id: 9, total: 80.1, km: 20 },
  ].toSorted(byRank);
  expect(ranked.map(({ id }) => id)).toEqual([9, 3, 1, 2]);
  expect(
    rankOf(examine({ profile: fc.sample(anyProfile, 1)[0]!, age: 20 }, aPlace({ id: 7 }), defaultWeights)).id,
  ).toBe(7);
});
