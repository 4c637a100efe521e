import fc from "fast-check";
import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { coverView } from "#app/domain/placements/grid";
import { needs } from "#app/domain/placements/search-choices";
import { pool } from "#db/client.server";
import type { Filter } from "#db/queries/placement-filter.server";
import { findClusters } from "#db/queries/placement-map.server";
import { findNearest, findPlacements } from "#db/queries/placement-search.server";
import { countPlacements } from "#db/queries/placement-total.server";
import { generatePlacements } from "#tests/bench/generate";
import { owner } from "#tests/support/owner";

// The counters against a plain count of the same rows, on the real database, while rows come, go and change.

beforeAll(async () => {
  await generatePlacements(process.env.DATABASE_OWNER_URL!, 3000);
});

const anything: Filter = {
  visible: ["public"],
  center: null,
  radius: null,
  kinds: [],
  tasks: [],
  municipalityCode: null,
  hours: null,
  swedish: null,
  needs: [],
  adaptations: [],
};

const filters: fc.Arbitrary<Filter> = fc.record({
  visible: fc.constantFrom<Filter["visible"]>(
    ["public"],
    ["public", "signed_in"],
    ["public", "signed_in", "coordinators"],
  ),
  center: fc.option(
    fc.record({
      east: fc.integer({ min: 250_000, max: 930_000 }),
      north: fc.integer({ min: 6_120_000, max: 7_690_000 }),
    }),
    { freq: 5 },
  ),
  radius: fc.option(fc.integer({ min: 100, max: 700_000 }), { freq: 5 }),
  kinds: fc.subarray(["praktik", "arbetsprovning", "arbetstraning", "skyddad"]),
  tasks: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(["kafe", "skog", "kontor"]) },
  ),
  municipalityCode: fc.option(fc.constantFrom("0180", "1480", "1280", "2510"), { freq: 2 }),
  hours: fc.option(fc.constantFrom(5, 10, 12, 20, 33, 40)),
  swedish: fc.option(fc.constantFrom(0, 1, 2), { freq: 2 }),
  needs: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...needs]) },
  ),
  adaptations: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(["eget_tempo", "bildstod", "flexibel_start"]) },
  ),
}) as fc.Arbitrary<Filter>;

async function naiveIds(filter: Filter): Promise<number[]> {
  const rows = await owner<
    {
      id: number;
      kinds: string[];
      tasks: string[];
      adaptations: string[];
      visibility: string;
      municipality_code: string;
      hours: number;
      swedish: number;
      lyft: number;
      social: number;
      noise: number;
      pace: number;
      standing: number;
      support: number;
      distance: number | null;
    }[]
  >`
    SELECT id, kinds, tasks, adaptations, visibility, municipality_code, hours_min::float8 AS hours, support_level AS support,
           demand_tala_svenska AS swedish, demand_lyft AS lyft, demand_sociala_kontakter AS social,
           demand_buller AS noise, demand_tempo AS pace, demand_staende AS standing,
           ${filter.center ? owner`point <-> point(${filter.center.east}, ${filter.center.north})` : owner`NULL::float8`} AS distance
      FROM placements WHERE status = 'published' AND listed`;
  const hit = (chosen: readonly string[], own: string[]) =>
    chosen.length === 0 || chosen.some((word) => own.includes(word));
  return rows
    .filter(
      (row) =>
        (filter.visible as readonly string[]).includes(row.visibility) &&
        hit(filter.kinds, row.kinds) &&
        hit(filter.tasks, row.tasks) &&
        (filter.municipalityCode === null || row.municipality_code === filter.municipalityCode) &&
        (filter.hours === null || row.hours <= filter.hours) &&
        (filter.swedish === null || row.swedish <= filter.swedish) &&
        (!filter.needs.includes("lyft") || row.lyft <= 1) &&
        (!filter.needs.includes("fa") || row.social <= 1) &&
        (!filter.needs.includes("lugn") || row.noise <= 1) &&
        (!filter.needs.includes("tempo") || row.pace <= 1) &&
        (!filter.needs.includes("sitta") || row.standing <= 1) &&
        filter.adaptations.every((word) => row.adaptations.includes(word)) &&
        (!filter.needs.includes("handledare") || row.support >= 2) &&
        (!filter.needs.includes("flexibel") || row.adaptations.includes("flexibel_start")) &&
        (filter.center === null || filter.radius === null || row.distance! <= filter.radius),
    )
    .sort((a, b) => (filter.center ? a.distance! - b.distance! || a.id - b.id : a.id - b.id))
    .map(({ id }) => id);
}

async function expectExact(filter: Filter) {
  const ids = await naiveIds(filter);
  const total = await countPlacements(pool, filter);
  expect(total).toBe(ids.length);
  if (filter.center === null) return;
  const rows = await findPlacements(pool, filter, { sort: "avstand", limit: 25, offset: 5 }, total);
  expect(rows.map(({ id }) => id)).toEqual(ids.slice(5, 30));
}

test("the total and the nearest rows are those of a plain count, whatever the filter", async () => {
  await fc.assert(fc.asyncProperty(filters, expectExact), { numRuns: 60 });
});

test("the nearest rows with their total in one question say the same as the two questions", async () => {
  for (const radius of [3000, 40_000, 250_000, null]) {
    const filter = { ...anything, center: { east: 674_000, north: 6_580_000 }, radius };
    const ids = await naiveIds(filter);
    const found = await findNearest(pool, filter, { sort: "avstand", limit: 12, offset: 0 });
    expect(found?.total ?? 0).toBe(ids.length);
    expect(found?.placements.map(({ id }) => id) ?? []).toEqual(ids.slice(0, 12));
  }
});

test("a placement exactly on the circle's rim is inside, one a millimetre beyond is not", async () => {
  const [place] = await owner<{ east: number; north: number }[]>`
    SELECT point[0] AS east, point[1] AS north FROM placements WHERE listed ORDER BY id LIMIT 1`;
  const center = { east: place!.east - 3000, north: place!.north - 4000 };
  const at = await countPlacements(pool, { ...anything, center, radius: 5000.001 });
  const before = await countPlacements(pool, { ...anything, center, radius: 4999.999 });
  expect(at - before).toBe(1);
});

test("the total follows publishing, pausing, hiding, moving, changing and deleting", async () => {
  const around = { ...anything, center: { east: 674_000, north: 6_580_000 }, radius: 60_000 };
  const changes = [
    owner`UPDATE placements SET status = 'paused' WHERE id % 7 = 0`,
    owner`UPDATE placements SET visibility = 'coordinators' WHERE id % 11 = 0`,
    owner`UPDATE placements SET kinds = '{skyddad}', hours_min = 3.5, hours_max = 20 WHERE id % 5 = 0`,
    owner`UPDATE workplaces SET point = point(point[0] + 700, point[1] - 900) WHERE id % 13 = 0`,
    owner`UPDATE placements SET status = 'published' WHERE id % 14 = 0`,
    owner`DELETE FROM placements WHERE id % 17 = 0`,
    owner`UPDATE placements SET claimed = 1 WHERE id % 3 = 0`,
  ];
  for (const change of changes) {
    await change;
    await expectExact(around);
    await expectExact({ ...anything, kinds: ["skyddad"], hours: 5 });
  }
  // Time passes: what nobody confirmed is swept out of search.
  await owner`ALTER TABLE placements DISABLE TRIGGER placement_before_write`;
  await owner`UPDATE placements SET last_confirmed_on = last_confirmed_on - 60 WHERE id % 2 = 0`;
  await owner`ALTER TABLE placements ENABLE TRIGGER placement_before_write`;
  const [swept] = await owner<{ n: number }[]>`SELECT hide_unconfirmed_placements() AS n`;
  expect(swept!.n).toBeGreaterThan(100);
  await expectExact(around);
  await expectExact(anything);
});

test("settling the counters changes no total and leaves one row a square and group", async () => {
  const before = await countPlacements(pool, anything);
  await owner`SELECT settle_placement_cells()`;
  expect(await countPlacements(pool, anything)).toBe(before);
  const [rows] = await owner<{ n: number; distinct: number }[]>`
    SELECT count(*)::integer AS n, count(DISTINCT (cell, municipality_code, visibility, kinds_mask))::integer AS distinct
      FROM placement_cells`;
  expect(rows!.n).toBe(rows!.distinct);
});

test("a slot taken touches no counter", async () => {
  const count = async () =>
    (await owner<{ n: number }[]>`SELECT count(*)::integer AS n FROM placement_cells`)[0]!.n;
  const before = await count();
  await owner`UPDATE placements SET claimed = claimed + 1 WHERE id = (SELECT min(id) FROM placements WHERE listed)`;
  expect(await count()).toBe(before);
});

test("two who publish at the same time do not wait for each other", async () => {
  const [first, second] = await owner<
    { id: number }[]
  >`SELECT id FROM placements WHERE listed ORDER BY id LIMIT 2`;
  const other = postgres(process.env.DATABASE_OWNER_URL!, { max: 1 });
  try {
    await owner.begin(async (tx) => {
      await tx`UPDATE placements SET status = 'paused' WHERE id = ${first!.id}`;
      await other`SET statement_timeout = 3000`;
      await other`UPDATE placements SET status = 'paused' WHERE id = ${second!.id}`;
    });
  } finally {
    await other.end({ timeout: 5 });
  }
  await expectExact(anything);
});

test("the clusters of all of Sweden add up to the exact total at every level, with and without a filter", async () => {
  const sweden = { west: 0, east: 1e6, south: 6e6, north: 8e6 };
  const circle = { center: { east: 674_000, north: 6_580_000 }, radius: 45_000 };
  for (const filter of [
    anything,
    { ...anything, hours: 20, kinds: ["praktik" as const] },
    { ...anything, municipalityCode: "0180" },
    { ...anything, swedish: 1 },
  ]) {
    for (const level of [4, 6, 8]) {
      const all = await findClusters(pool, filter, coverView(sweden, level, null), level);
      expect(all.total).toBe((await naiveIds(filter)).length);
      const near = { ...filter, center: circle.center, radius: circle.radius };
      const some = await findClusters(pool, near, coverView(sweden, level, circle), level);
      expect(some.total).toBe((await naiveIds(near)).length);
      expect(
        some.clusters.reduce((sum, { kinds }) => sum + Object.values(kinds).reduce((a, b) => a + b, 0), 0),
      ).toBe(some.total);
    }
  }
});
