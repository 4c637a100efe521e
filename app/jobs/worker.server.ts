import { log } from "#app/platform/log.server";
import { importsAreDone } from "#app/services/import/start-import.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { hideUnconfirmed } from "#app/services/placements/hide-unconfirmed.server";

const minute = 60_000;

/** What time does by itself, once a minute in every process: each task is safe to run many times and side by side. */
const tasks = [expireProposals, hideUnconfirmed];

/** Starts the work; `stop` waits for the round under way, and for files that are being taken in. */
export function startJobs(): { stop(): Promise<void> } {
  let round = Promise.resolve();
  const run = () => {
    round = round.then(runAll);
  };
  const timer = setInterval(run, minute);
  timer.unref();
  run();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all([round, importsAreDone()]);
    },
  };
}

async function runAll(): Promise<void> {
  for (const task of tasks) {
    try {
      await task();
    } catch (error) {
      log.error({ err: error, task: task.name }, "job failed");
    }
  }
}
