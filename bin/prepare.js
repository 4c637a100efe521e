import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What a person can mend: said in one line, without a stack trace. */
export class Explained extends Error {}

/** Refuses a Node that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Explained(
      `Praktikkartan behöver Node 20.19 eller nyare. Här finns Node ${process.versions.node}.`,
    );
  }
}

/** Installs the packages of package-lock.json, unless they are there already. */
export function installPackages() {
  const stamp = join(root, "node_modules", ".praktikkartan-installed");
  const wanted = hashOf(["package-lock.json", "package.json"]);
  if (readIfThere(stamp) === wanted) return;
  console.log("Installerar paket …");
  run(
    "npm",
    ["ci", "--include=dev", "--loglevel=error"],
    "Paketen kunde inte installeras. Kontrollera nätverket och försök igen.",
  );
  writeFileSync(stamp, wanted);
}

/** Builds the product into build/, unless nothing has changed since last time. */
export function build() {
  const stamp = join(root, "build", ".praktikkartan-built");
  const wanted = hashOf([
    "app",
    "db",
    "public",
    "package-lock.json",
    "remix.config.js",
    "vite.config.ts",
    "bin/build-offline.js",
  ]);
  if (readIfThere(stamp) === wanted) return;
  console.log("Bygger …");
  // A build that is broken off leaves half of itself: no stamp may vouch for it.
  rmSync(stamp, { force: true });
  const cli = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  run(
    process.execPath,
    [cli, "vite:build", "--logLevel", "warn"],
    "Bygget misslyckades. Läs raderna ovanför.",
    {
      NODE_ENV: "production",
    },
  );
  run(
    process.execPath,
    [join(root, "bin", "build-offline.js")],
    "Bygget misslyckades. Läs raderna ovanför.",
    {
      NODE_ENV: "production",
    },
  );
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} failure what to tell a person
 * @param {Record<string, string>} [env]
 */
function run(command, args, failure, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Explained(failure);
}

/** @param {string[]} paths files and folders below the project */
function hashOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** @returns {string[]} */
function filesBelow(/** @type {string} */ path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function readIfThere(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
