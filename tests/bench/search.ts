import postgres from "postgres";
import { drawCentres } from "#tests/bench/generate";
import { measure, reader, report } from "#tests/bench/measure";
import type { BenchServer } from "#tests/bench/server";

const connections = 10;
/** What the issue tells of a neighbour's product, on another machine: milliseconds, and requests a second over ten connections. */
const neighbour: Record<number, { p50?: number; p95: number; perSecond?: number }> = {
  100000: { p50: 119, p95: 753, perSecond: 5.5 },
  1000000: { p95: 4000 },
};

/**
 * Search as a user's request does it: 12 rows, the exact total, 30 km around a drawn centre, nearest first, through HTTP;
 * against the plain way of asking (every match sorted and counted) in the same run. How long one takes is measured at
 * one connection, how many a second over ten (which then wait for each other). The same with a filter that no counter knows.
 */
export async function benchSearch(server: BenchServer, ownerUrl: string, size: number): Promise<void> {
  const centres = await drawCentres(ownerUrl, 600);
  const http = reader(server.origin, connections);
  const sql = postgres(ownerUrl, { max: connections, prepare: false, onnotice: () => {} });
  try {
    const address = (index: number) => {
      const [lon, lat] = centres[index % centres.length]!.place;
      return `/api/platser.json?lat=${lat}&lon=${lon}&km=30`;
    };
    await measure(300, connections, (index) => http.read(address(index)));
    const many = await measure(1500, connections, (index) => http.read(address(index)));
    const one = await measure(600, 1, (index) => http.read(address(index)));
    const plain = (count: number, lanes: number) =>
      measure(count, lanes, (index) => askPlainly(sql, centres[index % centres.length]!));
    const plainMany = await plain(size > 200_000 ? 40 : 200, connections);
    const plainOne = await plain(size > 200_000 ? 20 : 100, 1);
    const to = `plain SQL ${size}`;
    const alone = `search ${size} one connection`;
    report(`${alone} p50`, one.p50, "ms", { to, ratio: plainOne.p50 / one.p50 });
    report(`${alone} p95`, one.p95, "ms", { to, ratio: plainOne.p95 / one.p95 });
    const together = `search ${size} ten connections`;
    report(`${together} p50`, many.p50, "ms", { to, ratio: plainMany.p50 / many.p50 });
    report(`${together} p95`, many.p95, "ms", { to, ratio: plainMany.p95 / many.p95 });
    report(together, many.perSecond, "requests/s", { to, ratio: many.perSecond / plainMany.perSecond });
    await measure(60, 1, (index) => http.read(`${address(index)}&behov=lyft`));
    const filtered = await measure(200, 1, (index) => http.read(`${address(index)}&behov=lyft`));
    report(`search ${size} behov=lyft one connection p50`, filtered.p50, "ms");
    report(`search ${size} behov=lyft one connection p95`, filtered.p95, "ms");
    const known = neighbour[size];
    if (known) {
      const than = (what: string) => `a neighbour's ${what}, as the issue tells`;
      if (known.p50) report(`${alone} p50`, one.p50, "ms", { to: than("p50"), ratio: known.p50 / one.p50 });
      report(`${alone} p95`, one.p95, "ms", { to: than("p95"), ratio: known.p95 / one.p95 });
      if (known.perSecond) {
        const ratio = many.perSecond / known.perSecond;
        report(together, many.perSecond, "requests/s", { to: than("requests/s"), ratio });
      }
    }
    await checkTotals(http.read, sql, centres, address);
  } finally {
    http.close();
    await sql.end({ timeout: 5 });
  }
}

type Centre = { east: number; north: number };

/** What one would write first: all matches, sorted, counted by a second question, planned each time. */
async function askPlainly(sql: postgres.Sql, { east, north }: Centre) {
  await sql`
    SELECT p.*, e.name, w.address, p.point <-> point(${east}, ${north}) AS distance
      FROM placements p JOIN workplaces w ON w.id = p.workplace_id JOIN employers e ON e.id = p.employer_id
     WHERE p.status = 'published' AND p.visibility = 'public' AND (p.point <-> point(${east}, ${north})) <= 30000
     ORDER BY distance LIMIT 12`;
  await sql`
    SELECT count(*) FROM placements p JOIN workplaces w ON w.id = p.workplace_id JOIN employers e ON e.id = p.employer_id
     WHERE p.status = 'published' AND p.visibility = 'public' AND (p.point <-> point(${east}, ${north})) <= 30000`;
}

/** A quick answer must be the right one. */
async function checkTotals(
  read: (path: string) => Promise<string>,
  sql: postgres.Sql,
  centres: Centre[],
  address: (index: number) => string,
) {
  for (let index = 0; index < 3; index++) {
    const { totalt } = JSON.parse(await read(address(index))) as { totalt: number };
    const { east, north } = centres[index]!;
    const [row] = await sql<[{ n: number }]>`SELECT count(*)::integer AS n FROM placements
      WHERE listed AND visibility = 'public' AND (point <-> point(${east}, ${north})) <= 30000`;
    if (Math.abs(row.n - totalt) > 1) throw new Error(`totalt ${totalt}, räknat ${row.n}`);
  }
}
