import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { type Amounts, generateExceptions } from "#tests/bench/exceptions-world";
import { measure, measureInTurns, reader, report, type Times } from "#tests/bench/measure";
import { asOwner } from "#tests/bench/owner";
import { startServer } from "#tests/bench/server";
import { signInDirectly } from "#tests/support/session";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

// npm run bench -- exceptions: the coordinator's start page in an association with 5 000 open agreements and 50 000 follow-ups.
// Issue 5, "Speed": p95 at most twice its bare SQL; linear in what is shown, not in history. Lines of JSON. The product has to
// be built. "Its bare SQL": every statement of one look, as in agreement-page.ts. History: the same association with ten times
// as many agreements that have ended, with all that they left behind. EXCEPTIONS_ENDED=5000 measures one size only,
// EXCEPTIONS_ONLY_SQL=1 needs no build, EXCEPTIONS_EACH=1 tells each statement's time.
const open: Omit<Amounts, "ended"> = { open: 5000, followups: 50_000 };
const looks = 80;
const secret = "bench-only-bench-only-bench-only-bench-only";
/** One process measures one size, for the product's pool is one. */
const ended = Number(process.env.EXCEPTIONS_ENDED ?? 0);
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-bench-"));
chmodSync(folder, 0o755);
const cluster = await startEmbeddedPostgres(folder, ["-c", "fsync=off"]);
try {
  const [now, later] =
    ended > 0 ? [await prepare(ended), null] : [await prepare(5000), await prepare(50_000)];
  const page = await measureAll(now!);
  if (later && !process.env.EXCEPTIONS_ONLY_SQL) await compareHistory(page, later);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

type World = { appUrl: string; cookie: string; actor: Actor };
type Statement = { text: string; values: unknown[] };

async function prepare(count: number): Promise<World> {
  const ownerUrl = await ensureDatabase(cluster.ownerUrl, `exceptions_${count}`);
  await migrate(ownerUrl);
  await fillReference(ownerUrl);
  const began = performance.now();
  await generateExceptions(ownerUrl, { ...open, ended: count });
  console.error(`${count} avslutade: ${Math.round((performance.now() - began) / 1000)} s`);
  const appUrl = await ensureAppRole(ownerUrl, "bench");
  const sql = asOwner(ownerUrl);
  const [who] = await sql`SELECT association_id FROM memberships WHERE user_id = 'u1'`;
  const cookie = await signInDirectly(sql, "u1", secret, true);
  await sql.end({ timeout: 5 });
  const associationId: number = who!.association_id;
  const actor: Actor = {
    ...publicActor,
    role: "coordinator",
    userId: "u1",
    associationId,
    name: "Anställd 1",
  };
  return { appUrl, cookie, actor };
}

/** Bare SQL, service and page of one world. */
async function measureAll({ appUrl, cookie, actor }: World): Promise<Times> {
  Object.assign(process.env, { DATABASE_URL: appUrl, AUTH_SECRET: secret, NODE_ENV: "production" });
  const { db, closeDatabase } = await import("#db/client.server");
  const { readStartPage } = await import("#app/services/followups/start-page.server");
  const { readSession } = await import("#app/services/identity/read-session.server");
  const { refreshSlotFits } = await import("#app/services/matching/slot-fits.server");
  const began = performance.now();
  const places = await refreshSlotFits();
  report(`exceptions: fits of ${places} free slots`, (performance.now() - began) / 1000, "s");
  const asked = new Request("http://localhost/", { headers: { Cookie: cookie } });
  const ask = async () => {
    if (!(await readSession(asked))) throw new Error("not signed in");
    const read = await readStartPage(actor);
    if (!read.ok) throw new Error(read.code);
    return read.page;
  };

  const written: Statement[] = [];
  const told = (db as unknown as { session: { options: object; logger: object } }).session;
  const logger = { logQuery: (text: string, values: unknown[]) => written.push({ text, values }) };
  const quiet = { logger: told.logger, options: told.options };
  Object.assign(told, { logger, options: { ...told.options, logger } });
  const seen = await ask();
  Object.assign(told, quiet);
  console.error(JSON.stringify(seen.exceptions.totals));
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  const [session, ...rest] = written;
  const alone = async () => {
    await sql.unsafe(session!.text, session!.values as string[], { prepare: true });
    await sql.begin(async (tx) => {
      for (const { text, values } of rest) await tx.unsafe(text, values as string[], { prepare: true });
    });
  };
  if (process.env.EXCEPTIONS_EACH) await tellEach(sql, rest);
  report("exceptions statements a look", written.length + 2, "statements");
  const server = process.env.EXCEPTIONS_ONLY_SQL ? null : await startServer(appUrl, folder);
  const http = server && reader(server.origin, 1, { Cookie: cookie });
  try {
    const page = http ? () => http.read("/samordnare") : ask;
    // Turn by turn: whatever else the machine does meets both alike.
    await measureInTurns(15, [alone, page]);
    const [bare, shown] = await measureInTurns(looks, [alone, page]);
    const [, service] = await measureInTurns(looks / 2, [alone, ask]);
    for (const share of ["p95", "p50"] as const) {
      const to = `exceptions bare SQL ${share}`;
      const compared = (times: Times) => ({ to, ratio: times[share] / bare[share] });
      report(to, bare[share], "ms");
      report(`exceptions read ${share}`, service[share], "ms", compared(service));
      report(`exceptions page ${share}`, shown[share], "ms", compared(shown));
    }
    return shown;
  } finally {
    http?.close();
    await sql.end({ timeout: 5 });
    await closeDatabase();
    await server?.stop();
  }
}

/** The page of one world by itself. */
async function measurePage(appUrl: string, cookie: string): Promise<Times> {
  const server = await startServer(appUrl, folder);
  const http = reader(server.origin, 1, { Cookie: cookie });
  try {
    const look = () => http.read("/samordnare");
    await measure(15, 1, look);
    return await measure(looks, 1, look);
  } finally {
    http.close();
    await server.stop();
  }
}

/** The same page with ten times the history. */
async function compareHistory(page: Times, { appUrl, cookie }: World): Promise<void> {
  const later = await measurePage(appUrl, cookie);
  const to = "exceptions page p50";
  report("exceptions page p50, ten times the history", later.p50, "ms", { to, ratio: later.p50 / page.p50 });
}

/** How long each statement takes, to find the slow one. */
async function tellEach(sql: postgres.Sql, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) {
    const times = await measure(20, 1, () =>
      sql.begin(async (tx) => {
        await tx.unsafe(statements[0]!.text, statements[0]!.values as string[], { prepare: true });
        await tx.unsafe(text, values as string[], { prepare: true });
      }),
    );
    console.error(times.p50.toFixed(2), text.replace(/\s+/g, " ").slice(0, 90));
  }
}
