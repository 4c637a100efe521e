// npm run bench: the benchmarks, one line of JSON per figure. See tests/bench.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build, installPackages, requireNode } from "./prepare.js";

requireNode();
process.chdir(fileURLToPath(new URL("../", import.meta.url)));
installPackages();
build();
/** Each a program of its own, so that the memory of one is not in the figures of the next. */
const programs = ["tests/bench/run.ts", "tests/bench/import.ts", "tests/bench/pdf.ts"];
for (const program of programs) {
  const args = ["--import", "tsx", program, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
}
