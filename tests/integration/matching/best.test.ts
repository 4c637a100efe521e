import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { distanceKm } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import { byRank } from "#app/domain/matching/match";
import type { Matchable } from "#app/domain/matching/matchable";
import { scoreOf } from "#app/domain/matching/score";
import { verdictOf } from "#app/domain/matching/verdict";
import { defaultWeights } from "#app/domain/matching/weights";
import { demands, placementKinds, type Task, tasks } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import { db } from "#db/client.server";
import { findBestCandidates, findCandidatesAround, refreshMatchBlocks } from "#db/queries/matching.server";
import { generatePlacements } from "#tests/bench/generate";
import { allLevels, aProfile } from "#tests/support/factories/matching";
import { owner } from "#tests/support/owner";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const everything = ["public", "signed_in", "coordinators"] as const;

/** Profiles of every sort, around the generated towns; the first row of the towns is the densest. */
const anyProfile = (towns: { east: number; north: number }[]): fc.Arbitrary<WorkProfile> =>
  fc
    .record({
      kinds: fc.subarray([...placementKinds], { minLength: 1 }),
      startHours: fc.constantFrom(5, 7.5, 8, 10, 12, 20),
      targetHours: fc.constantFrom(8, 20, 40),
      longestDay: fc.constantFrom(2.5, 4, 8),
      abilities: fc
        .tuple(...demands.map(() => fc.constantFrom(1, 2, 2, 3, 3)))
        .map((levels) => Object.fromEntries(demands.map((demand, i) => [demand, levels[i]])) as never),
      neededAdaptations: fc.subarray(["eget_tempo", "tyst_rum", "bildstod"] as const),
      supportNeed: fc.constantFrom(0, 1, 2, 3),
      wishedTasks: fc.subarray([...tasks], { maxLength: 3 }) as fc.Arbitrary<Task[]>,
      maxKm: fc.constantFrom(0, 5, 15, 40, 120),
      drivingLicenceB: fc.boolean(),
      excludedEmployerIds: fc.subarray([1, 2, 3, 4, 5]),
      excludedWorkplaceIds: fc.subarray([1, 2, 3]),
      town: fc.constantFrom(...towns),
    })
    .map(({ town, ...rest }) => aProfile({ ...rest, from: town }));

test("the best are the same as when every published placement is examined, whatever has changed since", async () => {
  await owner`CREATE OR REPLACE FUNCTION match_block_size() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 100'`;
  await generatePlacements(process.env.DATABASE_OWNER_URL!, 3000);
  // What the generator does not draw: limits of age, licences, taken slots, other visibilities and states.
  await owner`UPDATE placements SET age_min = 18 WHERE id % 5 = 0`;
  await owner`UPDATE placements SET age_max = 50 WHERE id % 7 = 0`;
  await owner`UPDATE placements SET other_requirements = '{korkort_b}' WHERE id % 6 = 0`;
  await owner`UPDATE placements SET claimed = capacity WHERE id % 9 = 0`;
  await owner`UPDATE placements SET visibility = 'coordinators' WHERE id % 8 = 0`;
  await owner`UPDATE placements SET status = 'paused' WHERE id % 10 = 0`;
  await owner`UPDATE placements SET listed = false WHERE id % 11 = 0`;
  await expectTheBest(35);
  const changes = await owner`SELECT FROM match_changes`;
  expect(changes.length).toBeGreaterThan(1000);

  // A part is written into the blocks, and what changes afterwards is seen too.
  expect(await refreshMatchBlocks(10)).toBeGreaterThan(100);
  const [left] = await owner`SELECT count(*)::integer AS n FROM match_changes`;
  expect(left!.n).toBeGreaterThan(0);
  await owner`UPDATE placements SET tasks = '{kafe}', demand_lyft = 0, hours_max = hours_max + 10 WHERE id % 13 = 0`;
  await owner`UPDATE workplaces SET point = point(point[0] + 30000, point[1]) WHERE id % 17 = 0`;
  await owner`DELETE FROM placements WHERE id % 19 = 0`;
  await expectTheBest(35);

  // All is written.
  while ((await refreshMatchBlocks(10)) > 0);
  expect(await owner`SELECT FROM match_changes`).toHaveLength(0);
  const [blocks] = await owner`SELECT count(*)::integer AS n, min(from_cell) AS first, max(to_cell) AS last,
    sum(to_cell - from_cell)::integer AS squares FROM match_blocks`;
  expect(blocks).toMatchObject({ first: 0, last: 2 ** 22, squares: 2 ** 22 });
  expect(blocks!.n).toBeGreaterThan(20);
  await expectTheBest(70);
});

async function expectTheBest(numRuns: number) {
  const all = await findCandidatesAround(db, { east: 600_000, north: 6_800_000 }, everything, {
    limit: 10_000,
    offset: 0,
  });
  const [published] = await owner`SELECT count(*)::integer AS n FROM placements WHERE status = 'published'`;
  expect(all.length).toBe(published!.n);

  const towns = await owner<{ east: number; north: number }[]>`
    SELECT avg(point[0]) AS east, avg(point[1]) AS north FROM placements
     GROUP BY locality ORDER BY count(*) DESC LIMIT 5`;
  let found = 0;
  await fc.assert(
    fc.asyncProperty(anyProfile(towns), fc.constantFrom(16, 40, 60, null), async (profile, age) => {
      const person: Matchable = { profile, age };
      const wanted = 20;
      const exact = best(all, person).slice(0, wanted);
      const candidates = await findBestCandidates(db, person, defaultWeights, everything, wanted);
      expect(best(candidates, person).slice(0, wanted)).toEqual(exact);
      found += exact.length;
    }),
    { numRuns },
  );
  // Many of the people drawn fit nowhere: enough of them must.
  expect(found).toBeGreaterThan(20);
}

test("a participant never meets a place that only coordinators may see", async () => {
  const person = {
    profile: aProfile({ maxKm: 3000, abilities: allLevels(3), kinds: [...placementKinds] }),
    age: 30,
  };
  const found = await findBestCandidates(db, person, defaultWeights, ["public", "signed_in"], 50);
  expect(found.length).toBeGreaterThanOrEqual(50);
  expect(found.every(({ id }) => id % 8 !== 0)).toBe(true);
});

/** Every one is examined, none is left out. */
function best(all: Candidate[], person: Matchable) {
  return all
    .filter((place) => verdictOf(person, place).verdict !== "hinder")
    .map((place) => ({
      id: place.id,
      km: distanceKm(person.profile.from, place.point),
      total: scoreOf(person.profile, place, defaultWeights).total,
    }))
    .sort(byRank);
}
