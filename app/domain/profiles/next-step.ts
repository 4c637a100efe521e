import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import type { ActivityKind } from "#app/domain/profiles/plan";

/** What happens next for a participant: a booked visit, an activity of the plan, or a proposal that waits. */
export type NextStep =
  | { kind: "visit"; proposalId: string; at: string; employerName: string }
  | { kind: "activity"; activity: ActivityKind; title: string; on: string; ongoing: boolean }
  | { kind: "proposal"; proposalId: string; status: ProposalStatus; title: string };

/** One participant as a coach follows them: a code, whether one is the main responsible, and what is next. */
export type Followed = {
  reference: string;
  isMine: boolean;
  openProposals: number;
  next: NextStep | null;
};

/** The coach's page: who has nothing ahead first, then one's own, then everybody else's. */
export function inOrder(rows: readonly Followed[]): {
  without: Followed[];
  mine: Followed[];
  others: Followed[];
} {
  const ahead = rows.filter(({ next }) => next !== null);
  return {
    without: rows.filter(({ next }) => next === null),
    mine: ahead.filter(({ isMine }) => isMine),
    others: ahead.filter(({ isMine }) => !isMine),
  };
}
