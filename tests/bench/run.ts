import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generatePlacements } from "#tests/bench/generate";
import { benchMap, type MapFigures } from "#tests/bench/map";
import { benchMatching, type MatchingFigures } from "#tests/bench/matching";
import { report } from "#tests/bench/measure";
import { benchPage } from "#tests/bench/page";
import { benchSearch } from "#tests/bench/search";
import { startServer } from "#tests/bench/server";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

// npm run bench [-- 10000 100000 search map matching page]: each size in a database of its own on one embedded
// PostgreSQL. Lines of JSON on standard output, progress on standard error. BENCH_DIR keeps the databases for the next run.
const words = process.argv.slice(2);
const asked = words.map(Number).filter((size) => size > 0);
const parts = words.filter((word) => Number.isNaN(Number(word)));
const wants = (part: string) => parts.length === 0 || parts.includes(part);
const sizes = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];
const kept = process.env.BENCH_DIR;
const folder = kept ?? mkdtempSync(join(tmpdir(), "praktikkartan-bench-"));
// The server may run as a user of its own.
if (!kept) chmodSync(folder, 0o755);
const cluster = await startEmbeddedPostgres(folder, ["-c", "fsync=off"]);
try {
  let smallest: MapFigures | null = null;
  let fewestMatched: MatchingFigures | null = null;
  for (const size of sizes) {
    const { ownerUrl, appUrl } = await prepare(size);
    const server = await startServer(appUrl, folder);
    try {
      if (wants("search")) await benchSearch(server, ownerUrl, size);
      if (wants("map")) {
        const figures = await benchMap(server, { ownerUrl, appUrl }, size, smallest);
        smallest ??= figures;
      }
      if (wants("page") && size === sizes.at(-1)) await benchPage(server, size);
      if (wants("matching")) {
        const matching = await benchMatching(ownerUrl, appUrl, size, fewestMatched);
        fewestMatched ??= matching;
      }
    } finally {
      await server.stop();
    }
  }
} finally {
  await cluster.stop();
  if (!kept) rmSync(folder, { recursive: true, force: true });
}

async function prepare(size: number): Promise<{ ownerUrl: string; appUrl: string }> {
  const ownerUrl = await ensureDatabase(cluster.ownerUrl, `bench_${size}`);
  const marker = join(folder, `bench_${size}.ready`);
  await migrate(ownerUrl);
  const appUrl = await ensureAppRole(ownerUrl, "bench");
  if (!existsSync(marker)) {
    console.error(`Making ${size} placements …`);
    const began = performance.now();
    await fillReference(ownerUrl);
    await generatePlacements(ownerUrl, size);
    writeFileSync(marker, "");
    report(`load ${size}`, (performance.now() - began) / 1000, "s");
  }
  return { ownerUrl, appUrl };
}
