import { Logger, parseCronItems, type Runner, type RunnerOptions, run, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { schedule, tasks } from "#app/jobs/tasks.server";
import { env } from "#app/platform/env.server";
import { log } from "#app/platform/log.server";
import { importsAreDone } from "#app/services/import/start-import.server";

const retrySeconds = 10;

/** Takes up jobs until told to stop; `stop` waits for those under way, and for files that are being taken in. */
export function startJobs(): { stop(): Promise<void> } {
  // One connection for listening, one for each job under way.
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 3 });
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let running: Promise<Runner | null>;
  const start = () => {
    running = run({ ...workerOptions, pgPool: pool }).catch((error: unknown) => {
      // The database is away: the pages say so themselves, and the work goes on when it is back.
      log.error({ err: error }, "jobs could not start");
      if (!stopped) retry = setTimeout(start, retrySeconds * 1000).unref();
      return null;
    });
  };
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
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
  parsedCronItems: parseCronItems(schedule.map((item) => ({ ...item, options: { backfillPeriod: 0 } }))),
  logger: new Logger(() => (level, message) => {
    if (level === "error") log.error({ jobs: message });
    else if (level === "warning") log.warn({ jobs: message });
  }),
};
