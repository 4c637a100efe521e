// npm test: every check, one sum. A failing check never hides the ones after it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.js";
import { build, Explained, installPackages, requireNode } from "./prepare.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-results-"));
const sum = { passed: 0, failed: 0 };

try {
  process.chdir(root);
  requireNode();
  installPackages();
  // These read the source only: they run while the product is built.
  const checks = [
    check("Typer", "tsc", ["--noEmit"]),
    check("Form och regler", "biome", ["check", "."]),
    check("Importriktningar", "depcruise", ["--config", ".dependency-cruiser.cjs", "app", "db"]),
  ];
  build();
  for (const { title, done } of checks) {
    const { status, said } = await done;
    console.log(`\n== ${title}\n${said}`);
    sum[status === 0 ? "passed" : "failed"] += 1;
  }
  vitest();
  playwright(findChromium());
} catch (error) {
  console.error(error instanceof Explained ? error.message : error);
  sum.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/**
 * A tool that says yes or no counts as one check.
 * @param {string} title
 * @param {string} tool
 * @param {string[]} args
 */
function check(title, tool, args) {
  const child = spawn(binary(tool), args, { ...surroundings(), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => (said += part));
  /** @type {Promise<{ status: number | null, said: string }>} */
  const done = new Promise((resolve) => {
    child.on("error", (error) => resolve({ status: 1, said: error.message }));
    child.on("close", (status) => resolve({ status, said }));
  });
  return { title, done };
}

function vitest() {
  console.log("\n== Enhets- och integrationstester");
  const file = join(folder, "vitest.json");
  const status = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = readReport(file);
  count(status, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

function playwright(/** @type {string} */ chromium) {
  console.log("\n== Webbläsartester");
  const file = join(folder, "playwright.json");
  const status = run("playwright", ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM_PATH: chromium,
  });
  const stats = readReport(file)?.stats;
  count(status, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
}

/** A runner that fails without a failed test (it could not start, say) is a failure too. */
function count(/** @type {number} */ status, /** @type {number} */ passed, /** @type {number} */ failed) {
  sum.passed += passed;
  sum.failed += failed === 0 && (status !== 0 || passed === 0) ? 1 : failed;
}

function readReport(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * @param {string} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(tool, args, env = {}) {
  const { status } = spawnSync(binary(tool), args, {
    ...surroundings(env),
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status ?? 1;
}

function binary(/** @type {string} */ tool) {
  return join(root, "node_modules", ".bin", tool);
}

function surroundings(/** @type {Record<string, string>} */ env = {}) {
  return {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: "0", ...env },
    shell: process.platform === "win32",
  };
}
