import type { WorkProfile } from "#app/domain/profiles/work-profile";

/**
 * All that matching knows of a person. Sex, origin, diagnosis and agency are not here, so they cannot count;
 * `age` (whole years, null when unknown) meets a placement's legal limit and nothing else. domain.md "Matching".
 */
export type Matchable = { profile: WorkProfile; age: number | null };

/** The age somebody reaches this year, when only the year of birth is known. `day` is an ISO date. */
export function ageOn(day: string, birthYear: number | null): number | null {
  return birthYear === null ? null : Number(day.slice(0, 4)) - birthYear;
}
