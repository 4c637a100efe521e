import { fewest, type Guarded, guarded } from "#app/domain/reports/small-numbers";

/** Where participants stand: the work profile, or closed. */
export const participantStandings = [
  "none",
  "started",
  "complete",
  "confirmed",
  "outdated",
  "closed",
] as const;
export type ParticipantStanding = (typeof participantStandings)[number];

/** What became of proposals. */
export const proposalOutcomes = [
  "on_its_way",
  "agreed",
  "participant_no",
  "employer_no",
  "withdrawn",
  "expired",
] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** Counts as they are in the database. `days`: from each referral to the person's first proposal. */
export type RawFigures = {
  placements: { published: number; slots: number; free: number; waiting: number };
  participants: Partial<Record<ParticipantStanding, number>>;
  proposals: Partial<Record<ProposalOutcome, number>>;
  days: number[];
};

/** The same without persons. A number is null when it is too small to be shown. */
export type BoardFigures = {
  /** What employers offer: nobody's person. */
  placements: RawFigures["placements"];
  participants: Guarded;
  proposals: Guarded;
  /** Median whole days from referral to first proposal; null when too few are behind it. */
  medianDays: number | null;
};

/** What a board may see of the counts. */
export function boardFigures(raw: RawFigures): BoardFigures {
  return {
    placements: raw.placements,
    participants: guarded(participantStandings.map((standing) => raw.participants[standing] ?? 0)),
    proposals: guarded(proposalOutcomes.map((outcome) => raw.proposals[outcome] ?? 0)),
    medianDays: raw.days.length < fewest ? null : median(raw.days),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return Math.round(sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2);
}
