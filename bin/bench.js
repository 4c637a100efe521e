// npm run bench [-- 10000 1000000 map page]: the benchmarks, one line of JSON per figure; all sizes and parts, or those
// that are named. See tests/bench.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build, installPackages, requireNode } from "./prepare.js";

requireNode();
process.chdir(fileURLToPath(new URL("../", import.meta.url)));
installPackages();
build();
/** Each a program of its own, so that the memory of one is not in the figures of the next; and the parts it measures. */
const programs = {
  "tests/bench/run.ts": ["search", "map", "matching", "page"],
  "tests/bench/import.ts": ["import"],
  "tests/bench/agreement-page.ts": ["agreement"],
  "tests/bench/exceptions.ts": ["exceptions"],
  "tests/bench/pdf.ts": ["pdf"],
  "tests/bench/reminders.ts": ["reminders"],
};
const asked = process.argv.slice(2).filter((word) => Number.isNaN(Number(word)));
for (const [program, parts] of Object.entries(programs)) {
  if (asked.length > 0 && !parts.some((part) => asked.includes(part))) continue;
  const args = ["--import", "tsx", program, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
}
