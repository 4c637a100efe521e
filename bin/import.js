// npm run import -- <kind> <file> [--association <name>] [--dry-run]: see import.ts, which needs the packages.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installPackages, requireNode } from "./prepare.js";

requireNode();
installPackages();
const script = fileURLToPath(new URL("./import.ts", import.meta.url));
const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 2;
