import postgres from "postgres";
import { parseMapView } from "#app/domain/placements/map-view";
import type { Filter } from "#db/queries/placement-filter.server";
import { drawCentres } from "#tests/bench/generate";
import { measure, measureInTurns, reader, report, type Times } from "#tests/bench/measure";
import type { BenchServer } from "#tests/bench/server";

const screen = { width: 1280, height: 800 };

/** By zoom: the viewport query alone, and the whole answer through HTTP. */
export type MapFigures = Map<number, { query: Times; answer: Times }>;

/**
 * The map's views of a 1280 × 800 screen at zooms 5–14, with filters and clusters, around drawn
 * places: the query as the product runs it and the whole answer through HTTP, against the statements alone.
 */
export async function benchMap(
  server: BenchServer,
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
  size: number,
  smallest: MapFigures | null,
): Promise<MapFigures> {
  const places = (await drawCentres(ownerUrl, 600)).map(({ place }) => place);
  const http = reader(server.origin, 1);
  const viewport = await viewportQueries(appUrl);
  const views: MapFigures = new Map();
  for (let zoom = 5; zoom <= 14; zoom++) {
    const place = (index: number) => places[index % places.length]!;
    const view = (index: number) => `/api/platser.geojson?${viewQuery(place(index), zoom)}`;
    const recorded = await viewport.record(places.slice(0, 150), zoom);
    const ways = [
      (index: number) => viewport.run(recorded[index % recorded.length]!),
      (index: number) => viewport.ask(place(index % recorded.length), zoom),
    ] as const;
    await measureInTurns(40, ways);
    const [alone, query] = await measureInTurns(300, ways);
    await measure(40, 1, (index) => http.read(view(index)));
    const answer = await measure(150, 1, (index) => http.read(view(index)));
    views.set(zoom, { query, answer });
    const before = smallest?.get(zoom);
    for (const [what, times, earlier] of [
      ["query", query, before?.query],
      ["through HTTP", answer, before?.answer],
    ] as const) {
      const name = `map ${size} zoom ${zoom} ${what} p95`;
      const to = "its statements alone";
      report(name, times.p95, "ms", { to, ratio: times.p95 / alone.p95 });
      if (!earlier) continue;
      report(`${name} growth`, times.p95, "ms", {
        to: "the smallest size",
        ratio: times.p95 / earlier.p95,
      });
    }
  }
  http.close();
  await viewport.end();
  return views;
}

type Statement = { text: string; values: unknown[] };

/**
 * The viewport query as the product runs it, on one connection; the statements it sends, written down; and those alone,
 * which is what the database needs for it.
 */
async function viewportQueries(appUrl: string) {
  process.env.DATABASE_URL ??= appUrl;
  const { readClusters, ringOf } = await import("#app/services/placements/cluster-placements.server");
  let written: Statement[] = [];
  // Written down on a connection of its own: the driver takes a stack trace of everything while it tells of statements.
  const talking = postgres(appUrl, {
    max: 1,
    onnotice: () => {},
    debug: (_connection, text, values) => written.push({ text, values }),
  });
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  // The driver's own question about types comes first, once.
  await Promise.all([talking`SELECT 1`, sql`SELECT 1`]);
  const ask = (place: [number, number], zoom: number, over = sql) => {
    const query = new URLSearchParams(viewQuery(place, zoom));
    const { view } = parseMapView(query);
    const hours = Number(query.get("timmar"));
    const filter = { ...anything, kinds: ["praktik" as const, "skyddad" as const], hours };
    return readClusters(over, filter, ringOf(view!.bbox), { zoom, limit: view!.limit });
  };
  return {
    ask: (place: [number, number], zoom: number) => ask(place, zoom),
    async record(places: [number, number][], zoom: number): Promise<Statement[][]> {
      const all: Statement[][] = [];
      for (const place of places) {
        written = [];
        await ask(place, zoom, talking);
        all.push(written);
      }
      return all;
    },
    async run(statements: Statement[]) {
      for (const { text, values } of statements)
        await sql.unsafe(text, values as string[], { prepare: true });
    },
    end: () => Promise.all([talking, sql].map((each) => each.end({ timeout: 5 }))),
  };
}

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

function viewQuery([lon, lat]: [number, number], zoom: number): string {
  const width = (screen.width / 256) * (360 / 2 ** zoom);
  const height = (screen.height / 256) * (360 / 2 ** zoom) * Math.cos((lat * Math.PI) / 180);
  const bbox = [lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2];
  return `bbox=${bbox.join(",")}&zoom=${zoom}&typ=praktik,skyddad&timmar=20`;
}
