// npm test: every check, one sum. A failing check never hides the ones after it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { findChromium } from "./chromium.js";
import { build, Explained, installPackages, requireNode } from "./prepare.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-results-"));
const sum = { passed: 0, failed: 0 };
/**
 * What failed, named once more at the end: what the runners say is long, and where it is cut the end is left.
 * @type {string[]}
 */
const failures = [];

try {
  process.chdir(root);
  requireNode();
  installPackages();
  // These read the source only: they run while the product is built.
  const rules = [
    told("Typer", tool("tsc", ["--noEmit"])),
    told("Form och regler", tool("biome", ["check", "."])),
    told("Importriktningar", tool("depcruise", ["--config", ".dependency-cruiser.cjs", "app", "db"])),
  ];
  build();
  for (const status of await Promise.all(rules)) {
    sum[status === 0 ? "passed" : "failed"] += 1;
    if (status !== 0) failures.push("Typer, form eller importriktningar: se ovan");
  }
  // Browsers wait much of their time, for pages and mails: they go first, and the other tests fill what they leave.
  await Promise.all([vitest(), playwright(findChromium())]);
} catch (error) {
  console.error(error instanceof Explained ? error.message : error);
  failures.push(String(error));
  sum.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.log(`Underkänt: ${failure}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

async function vitest() {
  const file = join(folder, "vitest.json");
  const json = ["--reporter=json", `--outputFile.json=${file}`];
  const ran = tool("vitest", ["run", "--reporter=default", ...json], {}, 5);
  const status = await told("Enhets- och integrationstester", ran);
  const report = readReport(file);
  count(status, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
  for (const { name, message, assertionResults } of report?.testResults ?? []) {
    const failed = assertionResults.filter(
      (/** @type {{ status: string }} */ one) => one.status === "failed",
    );
    for (const { fullName, failureMessages } of failed) nameFailure(name, fullName, failureMessages[0]);
    if (failed.length === 0 && message) nameFailure(name, "", message);
  }
}

async function playwright(/** @type {string} */ chromium) {
  const file = join(folder, "playwright.json");
  const ran = tool("playwright", ["test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM_PATH: chromium,
  });
  const status = await told("Webbläsartester", ran);
  const report = readReport(file);
  const stats = report?.stats;
  count(status, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
  for (const { file, title, ok, tests } of (report?.suites ?? []).flatMap(specsOf))
    if (!ok) nameFailure(`tests/e2e/${file}`, title, tests[0]?.results.at(-1)?.error?.message);
}

/** @returns {{ file: string, title: string, ok: boolean, tests: any[] }[]} every test of a suite, and of those in it */
function specsOf(/** @type {any} */ { specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Notes one that failed: its file, its title, and the beginning of why. */
function nameFailure(/** @type {string} */ file, /** @type {string} */ title, why = "") {
  const lines = stripVTControlCharacters(why)
    .split("\n")
    .map((line) => line.trim());
  failures.push(
    [relative(root, resolve(root, file)), title, ...lines.filter(Boolean).slice(0, 4)]
      .filter(Boolean)
      .join(" › "),
  );
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
 * Runs a tool of the project. Its words are kept and told when it is done, so that those of two never mix.
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @param {number} [niceness] how far it stands back for others, 0–19
 * @returns {Promise<{ status: number, said: string }>}
 */
function tool(name, args, env = {}, niceness = 0) {
  const child = spawn(join(root, "node_modules", ".bin", name), args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: "0", ...env },
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (niceness > 0 && child.pid) setPriority(child.pid, niceness);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => (said += part));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ status: 1, said: error.message }));
    child.on("close", (status) => resolve({ status: status ?? 1, said }));
  });
}

/** Tells what a tool said, under its title; answers its status. */
async function told(/** @type {string} */ title, /** @type {ReturnType<typeof tool>} */ ran) {
  console.log(`${title} …`);
  const { status, said } = await ran;
  console.log(`\n== ${title}\n${said}`);
  return status;
}
