import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateAgreements } from "#tests/bench/agreements";
import { report } from "#tests/bench/measure";
import { startEmbeddedPostgres } from "../../bin/embedded-postgres.js";
import { ensureAppRole, ensureDatabase, migrate } from "../../bin/migrate.js";
import { fillReference } from "../../bin/reference.js";

// node --import tsx tests/bench/reminders.ts: the nightly job over agreements in force of all associations, in one pass.
// Issue 4, "Speed": 100 000 of them, at most 200 MB, and a time that grows as their number does. Lines of JSON.
const limit = { megabytes: 200 };
const sizes = [10_000, 100_000];

type Figures = { looked: number; planned: number; milliseconds: number; megabytes: number };

const folder = mkdtempSync(join(tmpdir(), "praktikkartan-bench-"));
// The server may run as a user of its own.
chmodSync(folder, 0o755);
const cluster = await startEmbeddedPostgres(folder, ["-c", "fsync=off"]);
try {
  let smallest: Figures | null = null;
  for (const size of sizes) {
    const ownerUrl = await ensureDatabase(cluster.ownerUrl, `reminders_${size}`);
    await migrate(ownerUrl);
    await fillReference(ownerUrl);
    const appUrl = await ensureAppRole(ownerUrl, "bench");
    await generateAgreements(ownerUrl, size);
    const first = await pass(appUrl);
    const again = await pass(appUrl);
    if (again.planned !== 0) throw new Error("a second pass planned something again");
    console.error(`${size}: ${first.planned} reminders about ${first.looked} agreements`);
    report(`reminders_pass ${size}`, first.milliseconds / 1000, "s");
    report(`reminders_second_pass ${size}`, again.milliseconds / 1000, "s");
    report(`reminders_memory ${size}`, first.megabytes, "MB", {
      to: "limit_200_MB",
      ratio: first.megabytes / limit.megabytes,
    });
    if (smallest)
      // 1 is a time that grows exactly as the number of agreements.
      report("reminders_growth", first.milliseconds / smallest.milliseconds, "times", {
        to: "times as many agreements",
        ratio: first.milliseconds / smallest.milliseconds / (size / sizes[0]!),
      });
    smallest ??= first;
  }
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function pass(appUrl: string): Promise<Figures> {
  const child = fork(new URL("./reminders-process.ts", import.meta.url), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: appUrl, DATA_DIR: folder, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [figures] = (await once(child, "message")) as [Figures];
  await once(child, "exit");
  return figures;
}
