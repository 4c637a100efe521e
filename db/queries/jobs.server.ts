import { sql } from "drizzle-orm";
import type { JobName, JobPayloads } from "#app/domain/notifications/jobs";
import type { Executor } from "#db/client.server";

/** So often a job is tried, with growing pauses: for more than a day. */
const mostAttempts = 12;

/**
 * Orders a job in the same transaction as what it follows from: both happen, or neither. `key` makes a second order of
 * the same job replace the first while it waits; `runAt` puts it off.
 */
export async function enqueue<Name extends JobName>(
  tx: Executor,
  name: Name,
  payload: JobPayloads[Name],
  { key = null, runAt = null }: { key?: string | null; runAt?: Date | null } = {},
): Promise<void> {
  await tx.execute(sql`
    SELECT 1 FROM graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
      job_key => ${key}::text, run_at => ${runAt?.toISOString() ?? null}::timestamptz, max_attempts => ${mostAttempts})`);
}

/** The same for many at once; each needs a key of its own. `runAt` is an ISO moment. */
export async function enqueueMany<Name extends JobName>(
  tx: Executor,
  name: Name,
  jobs: readonly { payload: JobPayloads[Name]; key: string; runAt: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await tx.execute(sql`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(${name}::text, j.payload, NULL, j."runAt", ${mostAttempts}::integer, j.key, NULL, NULL)::graphile_worker.job_spec
        FROM json_to_recordset(${JSON.stringify(jobs)}::json) AS j (payload json, key text, "runAt" timestamptz)))`);
}

/** These workers are alive. Those not heard of for a day are forgotten. */
export async function noteWorkers(tx: Executor, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    INSERT INTO job_workers (id) SELECT unnest(${sql.param([...ids])}::text[])
    ON CONFLICT (id) DO UPDATE SET seen_at = now()`);
  await tx.execute(sql`DELETE FROM job_workers WHERE seen_at < now() - interval '1 day'`);
}

/**
 * Gives back what workers hold that have not been heard of for so many seconds: their process is gone. Answers how many
 * workers that were. The library itself waits four hours.
 */
export async function freeDeadWorkers(tx: Executor, seconds: number): Promise<number> {
  const [row] = await tx.execute<{ dead: string[] }>(sql`
    WITH silent AS (
      SELECT DISTINCT j.locked_by AS id FROM graphile_worker._private_jobs j
       WHERE j.locked_by IS NOT NULL AND j.locked_at < now() - make_interval(secs => ${seconds}::integer)
         AND NOT EXISTS (SELECT FROM job_workers w WHERE w.id = j.locked_by
                            AND w.seen_at > now() - make_interval(secs => ${seconds}::integer)))
    SELECT coalesce(array_agg(id), '{}') AS dead FROM silent`);
  const dead = row?.dead ?? [];
  if (dead.length > 0)
    await tx.execute(sql`SELECT graphile_worker.force_unlock_workers(${sql.param(dead)}::text[])`);
  return dead.length;
}
