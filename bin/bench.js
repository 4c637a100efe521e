// npm run bench: the benchmarks, one line of JSON per figure. See tests/bench.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build, installPackages, requireNode } from "./prepare.js";

requireNode();
process.chdir(fileURLToPath(new URL("../", import.meta.url)));
installPackages();
build();
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", "tests/bench/run.ts", ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
process.exitCode = status ?? 1;
