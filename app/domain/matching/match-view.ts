import type { Coordinates } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import type { Match } from "#app/domain/matching/match";
import type { ProposalStatus } from "#app/domain/matching/proposal-status";
import type { Caution } from "#app/domain/organisations/caution";
import type { Freshness } from "#app/domain/placements/freshness";

/** Who already talks with an employer. Days are ISO dates. */
export type Talk = {
  ownerName: string | null;
  lastName: string | null;
  associationName: string | null;
  happenedOn: string | null;
  isReader: boolean;
};

/** The latest proposal of this participant and this placement. `holdUntil` is an ISO moment. */
export type ProposalState = { id: string; status: ProposalStatus; isOpen: boolean; holdUntil: string | null };

/** A match as a page shows it: degrees instead of metres, and everything around it that helps to decide. */
export type MatchView = Omit<Match, "place"> & {
  /** Its place in the order; null for one that does not fit. */
  rank: number | null;
  place: Omit<Candidate, "point"> & { coordinates: Coordinates; freshness: Freshness };
  proposal: ProposalState | null;
  /** For staff only. */
  talk: Talk | null;
  /** For staff only: what to know before the employer is asked. Never part of the score. */
  caution: Caution | null;
};
