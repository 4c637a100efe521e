import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { type Actor, publicActor } from "#app/domain/identity/actor";
import { generateAgreements } from "#tests/bench/agreements";
import { measureInTurns, reader, report, type Times } from "#tests/bench/measure";
import { asOwner } from "#tests/bench/owner";
import { startServer } from "#tests/bench/server";
import { signInDirectly } from "#tests/support/session";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

// node --import tsx tests/bench/agreement-page.ts: the agreement page of a coordinator, and what it asks the database by itself.
// Issue 4, "Speed": p95 at most twice its bare SQL. Lines of JSON. The product has to be built.
// "Its bare SQL" is everything one look sends: who is signed in, BEGIN, the actor's settings, what the page reads, the audit
// event, COMMIT. Each statement is sent as the product sends it: prepared, one after the other, over a driver of the same kind.
// A plain page with the same frame for somebody signed in tells what Remix and React cost before there is anything to show.
// All are asked turn by turn: what else the machine does meets them alike. Nothing counts before each was asked so often that
// the compiler is mostly done: a server that has just begun needs about a third more for a page.
const agreements = 2000;
const warmUp = 1000;
const looks = 600;
const recorded = 300;
const folder = mkdtempSync(join(tmpdir(), "praktikkartan-bench-"));
chmodSync(folder, 0o755);
const cluster = await startEmbeddedPostgres(folder, ["-c", "fsync=off"]);
try {
  const ownerUrl = await ensureDatabase(cluster.ownerUrl, "agreement");
  await migrate(ownerUrl);
  await fillReference(ownerUrl);
  await generateAgreements(ownerUrl, agreements);
  const appUrl = await ensureAppRole(ownerUrl, "bench");
  const secret = "bench-only-bench-only-bench-only-bench-only";
  const { actor, ids, cookie } = await aCoordinator(ownerUrl, secret);
  const of = (index: number) => ids[index % ids.length]!;
  Object.assign(process.env, { DATABASE_URL: appUrl, AUTH_SECRET: secret, NODE_ENV: "production" });
  const { db, closeDatabase } = await import("#db/client.server");
  const { readAgreement } = await import("#app/services/agreements/read-agreement.server");
  const { readSession } = await import("#app/services/identity/read-session.server");
  const asked = new Request("http://localhost/", { headers: { Cookie: cookie } });
  const ask = async (index: number) => {
    if (!(await readSession(asked))) throw new Error("not signed in");
    const read = await readAgreement(actor, of(index));
    if (!read.ok) throw new Error(read.code);
  };

  // What one look sends, written down; then those statements alone, on one connection of the driver.
  const written: Statement[][] = [];
  const told = (db as unknown as { session: { options: object; logger: object } }).session;
  const logger = { logQuery: (text: string, values: unknown[]) => written.at(-1)!.push({ text, values }) };
  const quiet = { logger: told.logger, options: told.options };
  Object.assign(told, { logger, options: { ...told.options, logger } });
  for (let index = 0; index < recorded; index++) {
    written.push([]);
    await ask(index);
  }
  Object.assign(told, quiet);
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  const alone = async (index: number) => {
    const [session, ...rest] = written[index % recorded]!;
    await sql.unsafe(session!.text, session!.values as string[], { prepare: true });
    await sql.begin(async (tx) => {
      for (const { text, values } of rest) await tx.unsafe(text, values as string[], { prepare: true });
    });
  };

  const server = await startServer(appUrl, folder);
  const http = reader(server.origin, 1, { Cookie: cookie });
  const browser = reader(server.origin, 1, { Cookie: cookie, "Accept-Encoding": "gzip, deflate, br" });
  try {
    const address = (index: number) => `/overenskommelser/${of(index)}`;
    const ways = [
      alone,
      ask,
      (index: number) => http.read(address(index)),
      (index: number) => browser.read(address(index)),
      () => http.read("/tillganglighet"),
    ] as const;
    await measureInTurns(warmUp, ways);
    const [bare, service, page, compressed, plain] = await measureInTurns(looks, ways);
    report("agreement statements a look", written[0]!.length + 2, "statements");
    for (const share of ["p95", "p50"] as const) {
      const to = `agreement bare SQL ${share}`;
      const compared = (times: Times) => ({ to, ratio: times[share] / bare[share] });
      report(to, bare[share], "ms");
      report(`agreement read ${share}`, service[share], "ms", compared(service));
      report(`agreement page ${share}`, page[share], "ms", compared(page));
      report(`agreement page, compressed ${share}`, compressed[share], "ms", compared(compressed));
      report(`plain page, signed in ${share}`, plain[share], "ms", compared(plain));
    }
  } finally {
    http.close();
    browser.close();
    await sql.end({ timeout: 5 });
    await closeDatabase();
    await server.stop();
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Statement = { text: string; values: unknown[] };

/** A coordinator, signed in, and the agreements of the same association. */
async function aCoordinator(ownerUrl: string, secret: string) {
  const sql = asOwner(ownerUrl);
  await sql`SELECT set_config('app.role', 'system', false)`;
  const [who] =
    await sql`SELECT m.user_id, m.association_id, u.name FROM memberships m JOIN auth_users u ON u.id = m.user_id
    WHERE m.role = 'coordinator' ORDER BY m.user_id LIMIT 1`;
  const rows = await sql`SELECT id FROM agreements WHERE association_id = ${who!.association_id} ORDER BY id`;
  const cookie = await signInDirectly(sql, who!.user_id, secret, true);
  await sql.end({ timeout: 5 });
  const { user_id: userId, association_id: associationId, name } = who!;
  const actor: Actor = { ...publicActor, role: "coordinator", userId, associationId, name };
  return { actor, cookie, ids: rows.map(({ id }) => id as string) };
}
