import { distanceKm } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import { type DemandFit, fitOf } from "#app/domain/matching/demand-fit";
import { scoreParts, type Weights } from "#app/domain/matching/weights";
import { wishFit, wishShare } from "#app/domain/matching/wish";
import { demands } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

/** The points of each part (not rounded), and their sum, 0–100 with one decimal. */
export type Score = { parts: Weights; total: number };

const demandShare: Record<DemandFit["fit"], number> = { met: 1, eased: 0.5, hinder: 0 };

/** How well a place fits. Takes the work profile and nothing else of the person. domain.md "Matching". */
export function scoreOf(profile: WorkProfile, place: Candidate, weights: Weights): Score {
  const parts: Weights = {
    demands: weights.demands * demandsShare(profile, place),
    adaptations: weights.adaptations * adaptationsShare(profile, place),
    wishes: weights.wishes * wishShare[wishFit(profile.wishedTasks, place.tasks)],
    distance: weights.distance * nearnessShare(distanceKm(profile.from, place.point), profile.maxKm),
    growth: weights.growth * growthShare(profile, place),
    support: weights.support * supportShare(profile.supportNeed - place.supportLevel),
  };
  return { parts, total: roundScore(scoreParts.reduce((sum, part) => sum + parts[part], 0)) };
}

function demandsShare(profile: WorkProfile, place: Candidate): number {
  let sum = 0;
  for (const demand of demands) {
    const { fit } = fitOf(demand, place.demands[demand], profile.abilities[demand], place.adaptations);
    sum += demandShare[fit];
  }
  return sum / demands.length;
}

function adaptationsShare({ neededAdaptations: needed }: WorkProfile, place: Candidate): number {
  if (needed.length === 0) return 1;
  return needed.filter((one) => place.adaptations.includes(one)).length / needed.length;
}

/** 1 at the door, 0 at the limit and beyond. Nobody who cannot travel at all divides by nothing. */
function nearnessShare(km: number, maxKm: number): number {
  if (maxKm <= 0) return km <= 0 ? 1 : 0;
  return Math.max(0, 1 - km / maxKm);
}

function growthShare({ startHours, targetHours }: WorkProfile, place: Candidate): number {
  if (targetHours <= startHours) return 1;
  return Math.min(1, Math.max(0, (place.hoursMax - startHours) / (targetHours - startHours)));
}

function supportShare(short: number): number {
  if (short <= 0) return 1;
  return short === 1 ? 0.5 : 0;
}

/** One decimal, half upwards. The small addend keeps 91.25 from being stored as 91.24999… and told as 91.2. */
export function roundScore(sum: number): number {
  return Math.min(100, Math.max(0, Math.floor(sum * 10 + 0.5 + 1e-7) / 10));
}
