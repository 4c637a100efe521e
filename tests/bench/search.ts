import postgres from "postgres";
import proj4 from "proj4";
import { drawCentres } from "#tests/bench/generate";
import { measure, reader, report, type Times } from "#tests/bench/measure";
import type { BenchServer } from "#tests/bench/server";

const degrees = proj4("+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs");
const connections = 10;
const screen = { width: 1280, height: 800 };

export type SearchFigures = { views: Map<number, Times> };

/**
 * Search as a user's request does it: 12 rows, the exact total, 30 km around a drawn centre, nearest first, through HTTP
 * over ten connections; against the plain way of asking (every match sorted and counted) in the same run.
 * Then the map's views at zooms 5–14 with filters, against the same answer's statements alone; growth from `smallest`.
 */
export async function benchSearch(
  server: BenchServer,
  ownerUrl: string,
  size: number,
  smallest: SearchFigures | null,
): Promise<SearchFigures> {
  const centres = await drawCentres(ownerUrl, 600);
  const places = centres.map(({ east, north }) => degrees.inverse([east, north]) as [number, number]);
  const http = reader(server.origin, connections);
  const sql = postgres(ownerUrl, { max: connections, prepare: false, onnotice: () => {} });
  try {
    const address = (index: number) => {
      const [lon, lat] = places[index % places.length]!;
      return `/api/platser.json?lat=${lat}&lon=${lon}&km=30`;
    };
    await measure(300, connections, (index) => http.read(address(index)));
    const ours = await measure(1500, connections, (index) => http.read(address(index)));
    const plain = await measure(size > 200_000 ? 40 : 200, connections, (index) =>
      askPlainly(sql, centres[index % centres.length]!),
    );
    const to = `plain SQL ${size}`;
    report(`search ${size} p50`, ours.p50, "ms", { to, ratio: plain.p50 / ours.p50 });
    report(`search ${size} p95`, ours.p95, "ms", { to, ratio: plain.p95 / ours.p95 });
    report(`search ${size}`, ours.perSecond, "requests/s", { to, ratio: ours.perSecond / plain.perSecond });
    await checkTotals(http.read, sql, centres, places);

    const views = new Map<number, Times>();
    for (let zoom = 5; zoom <= 14; zoom++) {
      const view = (index: number) =>
        `/api/platser.geojson?${viewQuery(places[index % places.length]!, zoom)}`;
      await measure(40, 1, (index) => http.read(view(index)));
      const times = await measure(150, 1, (index) => http.read(view(index)));
      views.set(zoom, times);
      const before = smallest?.views.get(zoom);
      report(
        `map ${size} zoom ${zoom} p95`,
        times.p95,
        "ms",
        before && { to: "the smallest size", ratio: times.p95 / before.p95 },
      );
    }
    return { views };
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
  places: [number, number][],
) {
  for (let index = 0; index < 3; index++) {
    const [lon, lat] = places[index]!;
    const { totalt } = JSON.parse(await read(`/api/platser.json?lat=${lat}&lon=${lon}&km=30`)) as {
      totalt: number;
    };
    const { east, north } = centres[index]!;
    const [row] = await sql<[{ n: number }]>`SELECT count(*)::integer AS n FROM placements
      WHERE listed AND visibility = 'public' AND (point <-> point(${east}, ${north})) <= 30000`;
    if (Math.abs(row.n - totalt) > 1) throw new Error(`totalt ${totalt}, räknat ${row.n}`);
  }
}

function viewQuery([lon, lat]: [number, number], zoom: number): string {
  const width = (screen.width / 256) * (360 / 2 ** zoom);
  const height = (screen.height / 256) * (360 / 2 ** zoom) * Math.cos((lat * Math.PI) / 180);
  const bbox = [lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2];
  return `bbox=${bbox.join(",")}&zoom=${zoom}&typ=praktik,skyddad&timmar=20`;
}
