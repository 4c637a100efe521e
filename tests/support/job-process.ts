// A process of its own for killed.test.ts: it does jobs as the product does, and stops dead (until it is killed) at the
// step that STOP_AT names: "take:<job>" when a job has been fetched and nothing of it done, "end:<job>" when everything of it
// is done and the queue has not been told. It says on standard output where it stands.
import { tasks } from "#app/jobs/tasks.server";
import { startJobs, workerOptions } from "#app/jobs/worker.server";

const RealDate = Date;
const shift = Number(process.env.CLOCK_SHIFT ?? 0);
/** Another hour of the day. */
globalThis.Date = class extends RealDate {
  constructor(...of: [] | [number | string | Date]) {
    super(...((of.length === 0 ? [RealDate.now() + shift] : of) as [number]));
  }
  static now = () => RealDate.now() + shift;
} as DateConstructor;

const stopAt = process.env.STOP_AT ?? "";
const forEver = () => new Promise<never>(() => {});

for (const [name, run] of Object.entries(tasks)) {
  Object.assign(tasks, {
    [name]: async (payload: never) => {
      if (stopAt === `take:${name}`) {
        console.log("STOPPED");
        await forEver();
      }
      await (run as (payload: never) => Promise<unknown>)(payload);
      if (stopAt === `end:${name}`) {
        console.log("STOPPED");
        await forEver();
      }
    },
  });
}
// One thing at a time: nothing else is half done when it stops.
Object.assign(workerOptions, { concurrency: 1 });
startJobs();
console.log("STARTED");
