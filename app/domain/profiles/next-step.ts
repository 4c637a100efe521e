import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import type { ActivityKind } from "#app/domain/profiles/plan";

/** What happens next for a participant: a booked visit, an activity of the plan, an agreement, or a proposal that waits. */
export type NextStep =
  | { kind: "visit"; proposalId: string; at: string; employerName: string }
  | { kind: "activity"; activity: ActivityKind; title: string; on: string; ongoing: boolean }
  | {
      kind: "agreement";
      agreementId: string;
      employerName: string;
      stage: "on_its_way" | "begins" | "placed";
      /** The day that it begins, or ends when it has begun (ISO date); null while it is on its way. */
      on: string | null;
    }
  | { kind: "proposal"; proposalId: string; status: ProposalStatus; title: string };

/** One participant as a coach follows them: a code, whether one is the main responsible, and what is next. */
export type Followed = {
  reference: string;
  isMine: boolean;
  openProposals: number;
  next: NextStep | null;
  /**
   * For how many days the participant has been without a next step, when it is fourteen or more (db/queries/gaps.server.ts);
   * else null. Nothing ahead (`next`) is not yet that.
   */
  gapDays: number | null;
};

/** Whom the list of next steps is about: the one who reads is their main responsible, or everybody. */
export const followedWhose = ["mine", "all"] as const;
export type FollowedSearch = {
  whose: (typeof followedWhose)[number];
  /** How the code begins. */
  reference: string | null;
};

/** Reads the address of the list: `vilka` (`alla`) and `sok`; a code that is looked for is looked for among everybody. */
export function parseFollowedSearch(params: URLSearchParams): FollowedSearch {
  const reference = (params.get("sok") ?? "").trim().slice(0, 20) || null;
  return { whose: reference !== null || params.get("vilka") === "alla" ? "all" : "mine", reference };
}

/** The coach's page: one's own, those with nothing ahead first; of everybody else's, first who has nothing ahead. */
export function inOrder(rows: readonly Followed[]): {
  mine: Followed[];
  without: Followed[];
  others: Followed[];
} {
  const mine = rows.filter(({ isMine }) => isMine);
  const theirs = rows.filter(({ isMine }) => !isMine);
  return {
    mine: [...mine.filter(hasNothing), ...mine.filter((row) => !hasNothing(row))],
    without: theirs.filter(hasNothing),
    others: theirs.filter((row) => !hasNothing(row)),
  };
}

function hasNothing({ next }: Followed): boolean {
  return next === null;
}
