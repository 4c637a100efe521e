import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { measure, reader, report } from "#tests/bench/measure";
import type { BenchServer } from "#tests/bench/server";

const connections = 10;
/** The product's simplest page: what Remix and the layout cost by themselves. */
const barePage = "/tillganglighet";

/** /platser against a bare page of the same server, the script it sends, and the process's memory under that load. */
export async function benchPage(server: BenchServer, size: number): Promise<void> {
  const http = reader(server.origin, connections);
  try {
    await measure(200, connections, () => http.read(barePage));
    const bare = await measure(800, connections, () => http.read(barePage));
    await measure(100, connections, () => http.read("/platser"));
    const list = await measure(600, connections, () => http.read("/platser"));
    report(`bare page ${size}`, bare.perSecond, "requests/s");
    report(`/platser ${size}`, list.perSecond, "requests/s", {
      to: `bare page ${size}`,
      ratio: list.perSecond / bare.perSecond,
    });
    report(`memory under that load ${size}`, (await server.memory()) / 1e6, "MB RSS");
    const scripts = scriptsOf(await http.read("/platser"));
    const page = kilobytes(scripts);
    report("script of /platser without the map", page, "kB gzip");
    report("script of /platser with the map", page + kilobytes(mapScripts(scripts)), "kB gzip");
    // The page's one script: tests/e2e/offline-log.spec.ts sees that there is no other. At most 100 kB are promised.
    report("script of the quick log", kilobytes(new Set(["/logga.js"])), "kB gzip");
  } finally {
    http.close();
  }
}

const root = new URL("../../build/client/", import.meta.url);

/**
 * Every script that the page asks for: preloaded modules, and what they import before they run. The list of all routes
 * is named in the page but not asked for (v3_lazyRouteDiscovery).
 */
function scriptsOf(html: string): Set<string> {
  const found = new Set<string>();
  for (const [, path] of html.matchAll(/["'](\/assets\/(?!manifest-)[^"']+\.js)["']/g)) follow(path!, found);
  return found;
}

function follow(path: string, found: Set<string>): void {
  if (found.has(path)) return;
  found.add(path);
  const text = readFileSync(new URL(`.${path}`, root), "utf8");
  for (const [, file] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    follow(`/assets/${file}`, found);
}

/** What the map fetches when it comes into view. */
function mapScripts(known: Set<string>): Set<string> {
  const found = new Set<string>();
  for (const path of known) {
    const text = readFileSync(new URL(`.${path}`, root), "utf8");
    for (const [, file] of text.matchAll(/import\(\s*["']\.\/(map-stage[^"']+\.js)["']\s*\)/g))
      follow(`/assets/${file}`, found);
  }
  return new Set([...found].filter((path) => !known.has(path)));
}

function kilobytes(paths: Set<string>): number {
  return (
    [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(new URL(`.${path}`, root))).length, 0) / 1000
  );
}
