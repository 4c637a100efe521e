import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * The database that an import writes to, left in DATABASE_URL: the one named there, that of the product running on this
 * folder, or the embedded one, started for the import and stopped after it.
 * @param {string} dataDir
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function openDatabase(dataDir) {
  const root = resolve(dataDir);
  process.env.DATA_DIR = root;
  const nothing = async () => {};
  if (process.env.DATABASE_URL) return { stop: nothing };
  const running = await findRunning(root);
  if (running) {
    process.env.DATABASE_URL = running;
    return { stop: nothing };
  }
  const { startEmbeddedPostgres } = await import("./embedded-postgres.js");
  const { appPassword, ensureAppRole, ensureDatabase } = await import("./migrate.js");
  const { migrateAndFill } = await import("./reference.js");
  const embedded = await startEmbeddedPostgres(root);
  try {
    const ownerUrl = await ensureDatabase(embedded.ownerUrl, "praktikkartan");
    await migrateAndFill(ownerUrl);
    process.env.DATABASE_URL = await ensureAppRole(ownerUrl, appPassword(ownerUrl));
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { stop: embedded.stop };
}

/** A product that is just starting has its database up before it says where: it is waited for, half a minute. */
async function findRunning(/** @type {string} */ root) {
  for (let tries = 0; tries < 60; tries++) {
    const url = readRunning(root);
    if (url || !isServed(root)) return url;
    await wait(500);
  }
  return null;
}

function readRunning(/** @type {string} */ root) {
  const file = join(root, "running.json");
  if (!existsSync(file)) return null;
  const { pid, databaseUrl } = JSON.parse(readFileSync(file, "utf8"));
  return isAlive(pid) ? databaseUrl : null;
}

/** Whether a database server runs on the folder's files. */
function isServed(/** @type {string} */ root) {
  const file = join(root, "postgres", "postmaster.pid");
  return existsSync(file) && isAlive(Number(readFileSync(file, "utf8").split("\n")[0]));
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
