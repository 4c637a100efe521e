import { distanceKm } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import type { HinderCode } from "#app/domain/matching/hinders";
import type { Matchable } from "#app/domain/matching/matchable";
import type { Reason } from "#app/domain/matching/reason";
import { reasonsOf } from "#app/domain/matching/reasons";
import { type Score, scoreOf } from "#app/domain/matching/score";
import { type Verdict, verdictOf } from "#app/domain/matching/verdict";
import type { Weights } from "#app/domain/matching/weights";

/** One person and one place, examined. A hinder has no score: "a conflict shows no score" (mock/README.md). */
export type Match = {
  place: Candidate;
  verdict: Verdict;
  hinders: HinderCode[];
  score: Score | null;
  /** Straight line, kilometres. */
  km: number;
  reasons: Reason[];
};

/** What ranks a place: enough to put a million of them in order without making a sentence. */
export type Ranked = { id: number; total: number; km: number };

/** Examines one pair in the open. domain.md "Matching". */
export function examine(person: Matchable, place: Candidate, weights: Weights): Match {
  const { verdict, hinders } = verdictOf(person, place);
  return {
    place,
    verdict,
    hinders,
    score: verdict === "hinder" ? null : scoreOf(person.profile, place, weights),
    km: distanceKm(person.profile.from, place.point),
    reasons: reasonsOf(person, place, hinders),
  };
}

/** The order of proposals: score, then nearest, then id. domain.md "Matching". */
export function byRank(a: Ranked, b: Ranked): number {
  return b.total - a.total || a.km - b.km || a.id - b.id;
}

/** The order of places that do not fit: nearest, then id. */
export function byDistance(a: Pick<Ranked, "id" | "km">, b: Pick<Ranked, "id" | "km">): number {
  return a.km - b.km || a.id - b.id;
}

/** A match as the order sees it. */
export function rankOf({ place, score, km }: Match): Ranked {
  return { id: place.id, total: score?.total ?? 0, km };
}
