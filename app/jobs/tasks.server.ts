import type { JobName, JobPayloads } from "#app/domain/notifications/jobs";
import { expireProposals } from "#app/services/matching/expire-proposals.server";
import { hideUnconfirmed } from "#app/services/placements/hide-unconfirmed.server";

type Tasks = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<unknown> };

/**
 * What each job does. A job that fails is tried again with growing pauses, and one whose process was killed is taken up
 * by another: a task must bear to run twice.
 */
export const tasks: Tasks = {
  expire_proposals: expireProposals,
  hide_unconfirmed: hideUnconfirmed,
};

/** What time does by itself, in crontab's words. One process of all orders each round. */
export const schedule: { task: JobName; match: string }[] = [
  { task: "expire_proposals", match: "* * * * *" },
  { task: "hide_unconfirmed", match: "* * * * *" },
];
