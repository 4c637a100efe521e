import { EventEmitter } from "node:events";
import { Logger, parseCronItems, type Runner, type RunnerOptions, run, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { schedule, tasks } from "#app/jobs/tasks.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { importsAreDone } from "#app/services/import/start-import.server";
import { aliveSeconds, freeDeadJobs, sayAlive } from "#app/services/notifications/dead-workers.server";

const retrySeconds = 10;

/** Takes up jobs until told to stop; `stop` waits for those under way, and for files that are being taken in. */
export function startJobs(): { stop(): Promise<void> } {
  // One connection for listening, one for each job under way.
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 3 });
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let running: Promise<Runner | null>;
  const workers = new Set<string>();
  const events = new EventEmitter();
  events.on("worker:create", ({ worker }: { worker: { workerId: string } }) => workers.add(worker.workerId));
  events.on("worker:stop", ({ worker }: { worker: { workerId: string } }) => workers.delete(worker.workerId));
  const alive = () => sayAlive([...workers]).catch((err: unknown) => log.warn({ err }, "not said alive"));
  const heart = setInterval(alive, aliveSeconds * 1000).unref();
  const start = () => {
    // What a process held that was killed is given back at once, not when the next minute comes.
    freeDeadJobs().catch((err: unknown) => log.warn({ err }, "dead jobs were not freed"));
    running = run({ ...workerOptions, events, pgPool: pool }).catch((error: unknown) => {
      // The database is away: the pages say so themselves, and the work goes on when it is back.
      log.error({ err: error }, "jobs could not start");
      if (!stopped) retry = setTimeout(start, retrySeconds * 1000).unref();
      return null;
    });
  };
  start();
  void running!.then(alive);
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      clearInterval(heart);
      const runner = await running;
      await Promise.all([runner?.stop(), importsAreDone()]);
      await pool.end();
    },
  };
}

/** How jobs are taken up, here and in tests. */
export const workerOptions: RunnerOptions = {
  concurrency: 2,
  noHandleSignals: true,
  noPreparedStatements: env.DATABASE_PREPARE === "off",
  taskList: tasks as TaskList,
  parsedCronItems: parseCronItems(
    schedule.map(({ backfillHours = 0, ...item }) => ({
      ...item,
      options: { backfillPeriod: backfillHours * 3_600_000 },
    })),
  ),
  logger: new Logger(() => (level, message) => {
    if (level === "error") log.error({ jobs: message });
    else if (level === "warning") log.warn({ jobs: message });
  }),
};
