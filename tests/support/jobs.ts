import { runOnce } from "graphile-worker";
import { workerOptions } from "#app/jobs/worker.server";

/** Does every job that is due, in this process, and ends when none is left. */
export async function runDueJobs(): Promise<void> {
  await runOnce({ ...workerOptions, parsedCronItems: [], connectionString: process.env.DATABASE_URL! });
}
