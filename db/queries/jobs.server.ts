import { sql } from "drizzle-orm";
import type { JobName, JobPayloads } from "#app/domain/notifications/jobs";
import type { Executor } from "#db/client.server";

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
      job_key => ${key}::text, run_at => ${runAt?.toISOString() ?? null}::timestamptz, max_attempts => 12)`);
}
