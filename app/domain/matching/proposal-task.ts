import type { ProposalStatus } from "#app/domain/matching/proposal-status";

/**
 * What a proposal asks of a coordinator right now; every open proposal is in exactly one group, and so are one that lately
 * stopped because the participant took a consent back, and one that is agreed and has no agreement yet. The last two ask nothing: a visit to come, and everything else
 * that is on its way by itself.
 */
export const proposalTasks = [
  "hold_ends",
  "consent_withdrawn",
  "visit_done",
  "agreed",
  "next_step",
  "interested",
  "participant_answer",
  "employer_answer",
  "visit_ahead",
  "on_its_way",
] as const;
export type ProposalTask = (typeof proposalTasks)[number];

/** Days before the end of a hold when it is time to go on or to let go. */
export const holdEndsWithinDays = 3;

/** Days that a stopped proposal stays on the coordinator's start page. */
export const stoppedShownDays = 7;

/** A proposal as the coordinator's start page shows it. Times are ISO strings. */
export type TaskProposal = {
  id: string;
  task: ProposalTask;
  reference: string;
  title: string;
  employerName: string;
  locality: string;
  status: ProposalStatus;
  /** When the proposal came to where it stands. */
  since: string;
  holdUntil: string | null;
  visitAt: string | null;
  visitPlace: string | null;
  /** The employer may not be asked yet: the consent to be shown is missing. */
  consentMissing: boolean;
};
