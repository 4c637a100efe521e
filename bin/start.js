// npm start: installs, builds, starts the database, migrates, fills in the demo world, serves. See README.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { medicalKey } from "./medical-key.js";
import { build, Explained, installPackages, requireNode } from "./prepare.js";

const root = fileURLToPath(new URL("../", import.meta.url));

try {
  requireNode();
  process.chdir(root);
  const settings = readSettings();
  await requireFreePort(settings.port);
  if (!process.env.DATABASE_URL && !process.env.DATABASE_OWNER_URL) await requireFreeFolder(settings.dataDir);
  installPackages();
  build();
  await start(settings);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function readSettings() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Explained(`PORT ska vara ett tal mellan 1 och 65535, inte "${process.env.PORT}".`);
  }
  const production = process.env.NODE_ENV === "production";
  const demo =
    process.env.DEMO === "1" || (process.env.DEMO !== "0" && !production && !process.env.DATABASE_URL);
  return { port, production, demo, dataDir: resolve(process.env.DATA_DIR || ".data") };
}

/** @param {ReturnType<typeof readSettings>} settings */
async function start({ port, production, demo, dataDir }) {
  mkdirSync(dataDir, { recursive: true });
  process.env.MEDICAL_KEY = medicalKey({ dataDir, production, demo });
  const { default: closeWithGrace } = await import("close-with-grace");
  /** What to stop, last started first. @type {(() => Promise<unknown>)[]} */
  const stops = [];
  // On a busy machine the jobs under way and the database's last write take their time. A start after a kill takes it up again.
  const onTimeout = () =>
    console.error("Allt hann inte avslutas på en minut. Nästa start tar vid där det slutade.");
  closeWithGrace({ delay: 60_000, onTimeout, logger: undefined }, async ({ err }) => {
    if (err) console.error(explain(err));
    for (const stop of stops.reverse()) await stop();
  });

  const database = await openDatabase(dataDir, stops);
  const appUrl = process.env.APP_URL || `http://localhost:${port}`;
  Object.assign(process.env, {
    PORT: String(port),
    APP_URL: appUrl,
    DATA_DIR: dataDir,
    DEMO: demo ? "1" : "0",
    DEVELOPMENT: production ? "0" : "1",
    DATABASE_URL: database.url,
    // React and Express are several times faster in their production build.
    NODE_ENV: "production",
  });
  if (demo) fillDemoWorld(database.ownerUrl);

  const { createApp } = await import("../server.js");
  const { app, close } = await createApp({ appUrl, databaseUrl: database.url, production });
  stops.push(close);
  const server = createServer(app);
  server.requestTimeout = 60_000;
  await new Promise((done, fail) => server.once("error", fail).listen(port, () => done(undefined)));
  stops.push(() => closeServer(server));

  const running = join(dataDir, "running.json");
  const facts = { pid: process.pid, port, databaseUrl: database.url, ownerUrl: database.ownerUrl };
  writeFileSync(running, JSON.stringify(facts), { mode: 0o600 });
  stops.push(async () => rmSync(running, { force: true }));
  console.log(`Praktikkartan is ready on http://localhost:${port}`);
}

/**
 * The database of DATABASE_URL, or the embedded one; migrated, with the role that the app connects as.
 * @param {string} dataDir
 * @param {(() => Promise<unknown>)[]} stops
 */
async function openDatabase(dataDir, stops) {
  const { appPassword, ensureAppRole, ensureDatabase, grantToApp } = await import("./migrate.js");
  const { migrateAndFill } = await import("./reference.js");
  let ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) {
    const { startEmbeddedPostgres } = await import("./embedded-postgres.js");
    const embedded = await startEmbeddedPostgres(dataDir);
    stops.push(embedded.stop);
    ownerUrl = await ensureDatabase(embedded.ownerUrl, "praktikkartan");
  }
  await migrateAndFill(ownerUrl);
  // With an owner of its own, DATABASE_URL names the app's role; without one the role is made here.
  if (process.env.DATABASE_OWNER_URL && process.env.DATABASE_URL) {
    await grantToApp(ownerUrl, decodeURIComponent(new URL(process.env.DATABASE_URL).username));
    return { ownerUrl, url: process.env.DATABASE_URL };
  }
  return { ownerUrl, url: await ensureAppRole(ownerUrl, appPassword(ownerUrl)) };
}

function fillDemoWorld(/** @type {string} */ ownerUrl) {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", "db/seed/demo.ts"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
  });
  if (status !== 0) throw new Explained("Demovärlden kunde inte fyllas i. Läs raderna ovanför.");
}

/** Stops taking requests, lets those under way finish, and lets idle connections go. */
function closeServer(/** @type {import("node:http").Server} */ server) {
  return new Promise((done) => {
    server.close(done);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}

/** @returns {Promise<void>} */
function requireFreePort(/** @type {number} */ port) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(port, () => probe.close(() => done()));
  });
}

/** Refuses the files of a product that is running: starting on them would end its database. */
async function requireFreeFolder(/** @type {string} */ dataDir) {
  const address = await runningOn(dataDir);
  if (!address) return;
  throw new Explained(
    `Praktikkartan är redan igång på ${address} med mappen ${dataDir}. Stäng den, eller välj en annan mapp: DATA_DIR=.data2 npm start`,
  );
}

/** Where a product with these files answers, or null. What a killed start left behind names a process that is gone. */
async function runningOn(/** @type {string} */ dataDir) {
  try {
    const { pid, port } = JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8"));
    process.kill(pid, 0);
    const address = `http://localhost:${port}`;
    const { ok } = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) });
    return ok ? address : null;
  } catch {
    return null;
  }
}

/** One line that says what to do, for what can go wrong outside the product. */
function explain(/** @type {unknown} */ error) {
  const code = findCode(error);
  if (error instanceof Explained) return error.message;
  if (code === "EADDRINUSE")
    return `Port ${process.env.PORT || 3000} är upptagen. Stäng det andra programmet, eller välj en annan: PORT=3001 npm start`;
  if (code === "EACCES")
    return "Praktikkartan får inte skriva eller lyssna där. Välj en annan port (PORT) eller mapp (DATA_DIR).";
  if (code === "ENOSPC" || code === "53100") return "Disken är full. Frigör plats och starta igen.";
  if (
    ["ECONNREFUSED", "ENOTFOUND", "CONNECT_TIMEOUT", "ETIMEDOUT", "ECONNRESET", "EAI_AGAIN"].includes(code)
  ) {
    return "Databasen går inte att nå. Kontrollera DATABASE_URL och att databasen är igång.";
  }
  if (["28P01", "28000"].includes(code))
    return "Databasen godtog inte inloggningen. Kontrollera användare och lösenord i DATABASE_URL.";
  if (code === "3D000") return "Databasen i DATABASE_URL finns inte. Skapa den först.";
  if (code === "42501")
    return "Databasrollen får inte skapa tabeller. Ange ägarens adress i DATABASE_OWNER_URL.";
  if (code === "ERR_INVALID_URL")
    return "Adressen till databasen går inte att läsa. Den ska se ut som postgres://namn:lösenord@värd/databas.";
  return `Praktikkartan kunde inte starta: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
}

/** @returns {string} */
function findCode(/** @type {any} */ error) {
  if (!error || typeof error !== "object") return "";
  return typeof error.code === "string" ? error.code : findCode(error.cause ?? error.errors?.[0]);
}
