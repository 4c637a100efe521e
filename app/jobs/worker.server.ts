import { log } from "#app/platform/log.server";
import { hideUnconfirmed } from "#app/services/placements/hide-unconfirmed.server";
import { expireProposals } from "#app/services/matching/expire-proposals.server";

const minute = 60_000;

/** What time does by itself, once a minute in every process: each task is safe to run many times and side by side. */
const tasks = [expireProposals, hideUnconfirmed];

/** Starts the work; `stop` waits for the round under way. */
export function startJobs(): { stop(): Promise<void> } {
  let round = Promise.resolve();
  const run = () => {
    round = round.then(runAll);
  };
  const timer = setInterval(run, minute);
  timer.unref();
  run();
  return {
    stop() {
      clearInterval(timer);
      return round;
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
