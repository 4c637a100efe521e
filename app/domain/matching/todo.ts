import type { ProposalTask, TaskProposal } from "#app/domain/matching/proposal-task";

/** A proposal with its times counted in days: how long it has stood there, and when the hold ends or the visit is. */
export type TodoProposal = TaskProposal & {
  waitedDays: number;
  holdDaysLeft: number | null;
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
  lastConfirmedOn: string;
  createdOn: string;
  contactName: string | null;
};
export type TodoPlacement = TaskPlacement & { confirmedDays: number; waitedDays: number };

/** The first rows of a section, and how many there are in all. */
export type Section<Row> = { rows: Row[]; total: number };

/** The coordinator's start page. */
export type Todo = {
  /** ISO date. */
  today: string;
  proposals: Record<ProposalTask, Section<TodoProposal>>;
  unmatched: Section<Unmatched & { waitedDays: number }>;
  unconfirmed: Section<TodoPlacement>;
  inReview: Section<TodoPlacement>;
  /** Published placements confirmed within 60 days. */
  confirmed: number;
  /** Open proposals of protected identities, which no list shows. */
  hidden: number;
};
