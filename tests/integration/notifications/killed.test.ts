import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { build } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemActor } from "#app/domain/identity/actor";
import { swedishHour } from "#app/domain/notifications/quiet-hours";
import { dayAfter } from "#app/domain/organisations/day";
import { today } from "#app/platform/clock.server";
import { env } from "#app/platform/env.server";
import { freeDeadJobs } from "#app/services/notifications/dead-workers.server";
import { withActor } from "#db/client.server";
import { enqueue } from "#db/queries/jobs.server";
import { anAgreementInForce } from "#tests/support/factories/notifications";
import { runDueJobs } from "#tests/support/jobs";
import { owner } from "#tests/support/owner";
import { alias } from "../../../vite.config";

// docs/decisions/014: none is lost; none is sent with two ids; one id is sent a second time only when the process died
// between the receiver's yes and our note of it. A real process, killed with SIGKILL at every step, and a real SMTP server.

const jobs = "graphile_worker._private_jobs";
/** It is noon in Sweden, here and in the process: at night nothing is sent. */
const noon = swedishHour(today(), 12);
const shift = noon.getTime() - Date.now();

/** What came, by Message-ID. */
let received: Map<string, { to: string; times: number }>;
/** Called when the server has a mail whole, before it answers. */
let onMail: () => void = () => {};
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, session, done) {
    let raw = "";
    stream.on("data", (chunk) => {
      raw += chunk;
    });
    stream.on("end", () => {
      const id = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? "";
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      received.set(id, { to, times: (received.get(id)?.times ?? 0) + 1 });
      onMail();
      done();
    });
  },
});
// A process that dies leaves its connection as it is.
server.on("error", () => {});
let running: ChildProcess | null = null;

// Beside the packages, where it finds them.
const bundle = mkdtempSync(join("node_modules", ".job-process-"));

beforeAll(async () => {
  // One file: the process is started once for each step.
  const ssr = "tests/support/job-process.ts";
  await build({
    ...{ configFile: false as const, logLevel: "silent" as const, resolve: { alias } },
    build: { ssr, outDir: bundle, target: "node20", copyPublicDir: false },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  vi.useRealTimers();
  running?.kill("SIGKILL");
  rmSync(bundle, { recursive: true, force: true });
  await new Promise((closed) => server.close(() => closed(undefined)));
});

/** Starts the process; `reached` resolves when it stands at the step. */
function start(stopAt = "") {
  const child = spawn(process.execPath, [join(bundle, "job-process.js")], {
    env: { ...process.env, STOP_AT: stopAt, CLOCK_SHIFT: String(shift), SMTP_URL: env.SMTP_URL },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  let said = "";
  const reached = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("STOPPED")) resolve();
    });
  });
  const kill = async () => {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  return { reached, kill };
}

/** Asks until it is so. */
async function until(question: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 45_000;
  while (!(await question())) {
    if (performance.now() > end) throw new Error("it never came to be so");
    await new Promise((next) => setTimeout(next, 50));
  }
}
/** What is for later is for now: whichever hour of the day the database has. */
async function atOnce(): Promise<void> {
  await owner`UPDATE ${owner(jobs)} SET run_at = now() WHERE id IN (
    SELECT id FROM ${owner(jobs)} WHERE run_at > now() AND locked_at IS NULL FOR UPDATE SKIP LOCKED)`;
  await owner`UPDATE notifications SET send_at = now() WHERE id IN (
    SELECT id FROM notifications WHERE send_at > now() FOR UPDATE SKIP LOCKED)`;
}

/** Statements on a table that stop before they are done, until the process that asked is killed. */
async function stopIn(table: string, event: string, when = "true"): Promise<() => Promise<void>> {
  await owner.unsafe(`
    CREATE OR REPLACE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_advisory_xact_lock(14); RETURN NEW; END $$;
    CREATE TRIGGER stop_here ${event} ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION stop_here()`);
  const held = await owner.reserve();
  await held`SELECT pg_advisory_lock(14)`;
  return async () => {
    await held`SELECT pg_advisory_unlock(14)`;
    held.release();
    // Who waited finds nobody to answer, and takes back what it did.
    await until(
      async () =>
        (await owner`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 14`).length === 0,
    );
    await owner.unsafe(`DROP TRIGGER stop_here ON ${table}`);
  };
}
const someoneWaits = async () =>
  (await owner`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 14 AND NOT granted`).length > 0;

type Step = { name: string; again?: true; die: () => Promise<void> };
const stopped = (stopAt: string) => async () => {
  const { reached, kill } = start(stopAt);
  const moving = setInterval(() => void atOnce().catch(() => {}), 100);
  await reached;
  clearInterval(moving);
  await kill();
};
const inStatement = (table: string, event: string, when?: string) => async () => {
  const release = await stopIn(table, event, when);
  const { kill } = start();
  const moving = setInterval(() => void atOnce().catch(() => {}), 100);
  await until(someoneWaits);
  clearInterval(moving);
  await kill();
  await release();
};
const steps: Step[] = [
  {
    name: "while it fetches",
    die: inStatement(jobs, "BEFORE UPDATE OF locked_by", "NEW.locked_by IS NOT NULL"),
  },
  { name: "when it has fetched the nightly job", die: stopped("take:plan_reminders") },
  {
    name: "when it has written the plan, not yet for good",
    die: inStatement("notifications", "AFTER INSERT"),
  },
  { name: "when the plan is made, and the queue not told", die: stopped("end:plan_reminders") },
  { name: "when it has fetched a reminder", die: stopped("take:send_notification") },
  {
    name: "when it has taken a reminder, not yet for good",
    die: inStatement("notifications", "BEFORE UPDATE OF leased_until", "NEW.leased_until IS NOT NULL"),
  },
  {
    name: "when the receiver has the mail and has not answered",
    again: true,
    die: async () => {
      const { kill } = start();
      const moving = setInterval(() => void atOnce().catch(() => {}), 100);
      await new Promise<void>((came) => {
        onMail = () => {
          onMail = () => {};
          running!.kill("SIGKILL");
          came();
        };
      });
      clearInterval(moving);
      await kill();
    },
  },
  {
    name: "when the receiver has said yes and nothing is noted",
    again: true,
    die: inStatement(
      "notifications",
      "BEFORE UPDATE OF mailed_at",
      "NEW.mailed_at IS NOT NULL AND NEW.digest_id IS NULL",
    ),
  },
  {
    name: "when it is noted that the mail has gone",
    die: inStatement(
      "notifications",
      "BEFORE UPDATE OF settled_at",
      "NEW.mailed_at IS NOT NULL AND NEW.digest_id IS NULL",
    ),
  },
  { name: "when the reminder is done, and the queue not told", die: stopped("end:send_notification") },
  { name: "when it has fetched the day's mail", die: stopped("take:send_digest") },
  {
    name: "when the day's mail has gone and nothing is noted",
    again: true,
    die: inStatement("notification_digests", "BEFORE UPDATE OF mailed_at", "NEW.mailed_at IS NOT NULL"),
  },
  { name: "when the day's mail is done, and the queue not told", die: stopped("end:send_digest") },
];

test("killed at any step: none is lost, none is sent twice but as promised", async () => {
  const agreement = await anAgreementInForce();
  vi.useFakeTimers({ toFake: ["Date"], now: noon });
  // Less than the shortest month: nobody is asked yet how it goes.
  await owner`UPDATE agreements SET starts_on = ${dayAfter(today(), -20)}::date, ends_on = ${dayAfter(today(), 14)}::date
    WHERE id = ${agreement.id}`;
  const expected = [
    agreement.mails.participant,
    agreement.mails.employer,
    agreement.mails.coordinator,
  ].sort();

  for (const { name, again, die } of steps) {
    await owner`DELETE FROM notifications`;
    await owner`DELETE FROM notification_digests`;
    await owner`DELETE FROM ${owner(jobs)}`;
    received = new Map();
    await withActor(systemActor, (tx) => enqueue(tx, "plan_reminders", {}));
    await die();

    // What two minutes' silence and the end of a lease would bring by themselves.
    await owner`UPDATE job_workers SET seen_at = seen_at - interval '10 minutes'`;
    await owner`UPDATE ${owner(jobs)} SET locked_at = locked_at - interval '10 minutes' WHERE locked_at IS NOT NULL`;
    await owner`UPDATE notifications SET leased_until = leased_until - interval '10 minutes' WHERE leased_until IS NOT NULL`;
    await owner`UPDATE notification_digests SET leased_until = leased_until - interval '10 minutes'`;
    // Another process takes over: this one.
    await freeDeadJobs();
    await until(async () => {
      await atOnce();
      await runDueJobs();
      const left =
        await owner`SELECT 1 FROM ${owner(jobs)} j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
            WHERE t.identifier IN ('plan_reminders', 'send_notification', 'send_digest')`;
      const unsettled = await owner`SELECT 1 FROM notifications WHERE settled_at IS NULL`;
      return left.length === 0 && unsettled.length === 0;
    });

    const mails = [...received.values()];
    expect(mails.map(({ to }) => to).sort(), `${name}: each has one mail`).toEqual(expected);
    const twice = mails.filter(({ times }) => times > 1).map(({ times }) => times);
    expect(twice, `${name}: sent twice`).toEqual(again ? [2] : []);
  }
}, 300_000);
