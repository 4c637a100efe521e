import { systemActor } from "#app/domain/identity/actor";
import { withActor } from "#db/client.server";
import { freeDeadWorkers, noteWorkers } from "#db/queries/jobs.server";

/** So often a process says that it is alive. */
export const aliveSeconds = 20;
/** So long a process can be silent before others take up what it held: several times that. */
export const deadSeconds = 120;

/** Says that these workers are alive. */
export async function sayAlive(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await withActor(systemActor, (tx) => noteWorkers(tx, ids));
}

/** Gives back the jobs of processes that are gone. Answers of how many workers. */
export function freeDeadJobs(): Promise<number> {
  return withActor(systemActor, (tx) => freeDeadWorkers(tx, deadSeconds));
}
