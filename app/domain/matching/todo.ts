import type { ProposalTask, TaskProposal } from "#app/domain/matching/proposal-task";

/** A proposal with its times counted in days: how long it has stood there, and when the visit is. */
export type TodoProposal = TaskProposal & {
  waitedDays: number;
  visitDaysLeft: number | null;
};

/** A participant whose work profile is complete and who has no proposal. `since` is an ISO string. */
export type Unmatched = { reference: string; startHours: number | null; since: string };

/** A placement that asks for something. Dates are ISO dates. */
export type TaskPlacement = {
  id: number;
  title: string;
  employerName: string;
  locality: string;
  createdOn: string;
};
export type TodoPlacement = TaskPlacement & { waitedDays: number };

/** The first rows of a section, and how many there are in all. */
export type Section<Row> = { rows: Row[]; total: number };

/** Somebody whose placement ended early and for whom nothing new is on its way. `endedOn` is an ISO date. */
export type NewMatch = {
  reference: string;
  agreementId: string;
  endedOn: string;
  employerName: string;
  /** Nobody has written how it ended yet. */
  recordMissing: boolean;
};

/** The coordinator's start page. */
export type Todo = {
  /** ISO date. */
  today: string;
  /** Without the holds about to end: an exception (domain/followups/exceptions.ts). */
  proposals: Record<Exclude<ProposalTask, "hold_ends">, Section<TodoProposal>>;
  newMatches: Section<NewMatch>;
  unmatched: Section<Unmatched & { waitedDays: number }>;
  inReview: Section<TodoPlacement>;
  /** Open proposals of protected identities, which no list shows. */
  hidden: number;
};
