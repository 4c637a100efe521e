import type { Candidate } from "#app/domain/matching/candidate";
import { fitOf } from "#app/domain/matching/demand-fit";
import { type HinderCode, hindersOf } from "#app/domain/matching/hinders";
import type { Matchable } from "#app/domain/matching/matchable";
import { demands } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

export const verdicts = ["passar", "passar_med_anpassning", "hinder"] as const;
export type Verdict = (typeof verdicts)[number];

/** How a place stands to a person, and every hinder when there is one. domain.md "Matching". */
export function verdictOf(person: Matchable, place: Candidate): { verdict: Verdict; hinders: HinderCode[] } {
  const hinders = hindersOf(person, place);
  if (hinders.length > 0) return { verdict: "hinder", hinders };
  return { verdict: needsAdapting(person.profile, place) ? "passar_med_anpassning" : "passar", hinders };
}

function needsAdapting(profile: WorkProfile, place: Candidate): boolean {
  return (
    demands.some(
      (demand) =>
        fitOf(demand, place.demands[demand], profile.abilities[demand], place.adaptations).fit !== "met",
    ) ||
    profile.neededAdaptations.some((one) => !place.adaptations.includes(one)) ||
    profile.supportNeed - place.supportLevel === 1
  );
}
