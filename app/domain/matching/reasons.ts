import { distanceKm } from "#app/domain/geo/point";
import type { Candidate } from "#app/domain/matching/candidate";
import { fitOf } from "#app/domain/matching/demand-fit";
import { type HinderCode, hindersOf } from "#app/domain/matching/hinders";
import type { Matchable } from "#app/domain/matching/matchable";
import type { Reason, Tone } from "#app/domain/matching/reason";
import { commonWeekdays, daysAWeek } from "#app/domain/matching/schedule";
import { wishFit } from "#app/domain/matching/wish";
import { demands, groupOf } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

const order: Record<Tone, number> = { no: 0, adapt: 1, yes: 2, note: 3 };

/**
 * Every line of domain.md "Matching" for one person and one place: what stands in the way first, then what must be
 * adapted, then what fits, last what only is good to know. `hinders` are those that verdictOf found.
 */
export function reasonsOf(
  person: Matchable,
  place: Candidate,
  hinders: readonly HinderCode[] = hindersOf(person, place),
): Reason[] {
  const { profile } = person;
  const lines = [
    ...placeLines(place, hinders),
    ...exclusionLines(profile, place),
    ...wishLines(profile, place),
    distanceLine(profile, place),
    hoursLine(profile, place),
    ...demandLines(profile, place),
    ...adaptationLines(profile, place),
    supportLine(profile, place),
    scheduleLine(profile, place),
    ...growthLines(profile, place),
    kindLine(profile, place),
    ...licenceLines(profile, place),
    ...ageLines(person.age, place),
  ];
  return lines.sort((a, b) => order[a.tone] - order[b.tone]);
}

function placeLines(place: Candidate, hinders: readonly HinderCode[]): Reason[] {
  const lines: Reason[] = hinders.includes("no_free_slot")
    ? [{ tone: "no", code: "no_free_slot", capacity: place.capacity }]
    : [{ tone: "note", code: "slot_free", free: place.freeSlots, capacity: place.capacity }];
  if (hinders.includes("appetite_not_now")) lines.push({ tone: "no", code: "appetite_not_now" });
  return lines;
}

function exclusionLines(profile: WorkProfile, place: Candidate): Reason[] {
  const lines: Reason[] = [];
  if (profile.excludedEmployerIds.includes(place.employerId)) {
    lines.push({ tone: "no", code: "excluded_employer" });
  }
  if (profile.excludedWorkplaceIds.includes(place.workplaceId)) {
    lines.push({ tone: "no", code: "excluded_workplace" });
  }
  return lines;
}

function kindLine(profile: WorkProfile, place: Candidate): Reason {
  const kinds = place.kinds.filter((kind) => profile.kinds.includes(kind));
  return kinds.length > 0
    ? { tone: "yes", code: "kind_fits", kinds }
    : { tone: "no", code: "no_common_kind", offered: place.kinds };
}

function hoursLine({ startHours: start }: WorkProfile, { hoursMin: min, hoursMax: max }: Candidate): Reason {
  const fits = min <= start && start <= max;
  return { tone: fits ? "yes" : "no", code: fits ? "hours_fit" : "hours_outside", start, min, max };
}

function scheduleLine(profile: WorkProfile, place: Candidate): Reason {
  const common = commonWeekdays(place, profile).length;
  const days = daysAWeek(place, profile);
  const { startHours: start, longestDay: longest } = profile;
  if (days !== null) return { tone: "yes", code: "schedule_fits", days, common, start };
  if (common === 0) return { tone: "no", code: "no_common_day" };
  return { tone: "no", code: "no_schedule", start, common, shortest: place.shortestDay, longest };
}

function distanceLine({ from, maxKm, locality }: WorkProfile, place: Candidate): Reason {
  const km = distanceKm(from, place.point);
  const near = km <= maxKm;
  return { tone: near ? "yes" : "no", code: near ? "near" : "too_far", km, maxKm, from: locality };
}

function demandLines(profile: WorkProfile, place: Candidate): Reason[] {
  const fits = demands.map((demand) =>
    fitOf(demand, place.demands[demand], profile.abilities[demand], place.adaptations),
  );
  const lines = fits.flatMap(({ demand, fit, asked, ability, easedBy }): Reason[] => {
    if (fit === "eased")
      return [{ tone: "adapt", code: "demand_eased", demand, asked, ability, by: easedBy }];
    if (fit === "hinder")
      return [{ tone: "no", code: "demand_too_high", demand, asked, ability, gap: asked - ability }];
    return [];
  });
  const met = fits.filter(({ fit }) => fit === "met").map(({ demand }) => demand);
  return met.length > 0 ? [...lines, { tone: "yes", code: "demands_met", demands: met }] : lines;
}

function adaptationLines({ neededAdaptations: needed }: WorkProfile, place: Candidate): Reason[] {
  const offered = needed.filter((one) => place.adaptations.includes(one));
  const missing = needed.filter((one) => !place.adaptations.includes(one));
  const lines: Reason[] = [];
  if (missing.length > 0) lines.push({ tone: "adapt", code: "adaptations_missing", adaptations: missing });
  if (offered.length > 0) lines.push({ tone: "yes", code: "adaptations_offered", adaptations: offered });
  return lines;
}

function supportLine({ supportNeed: need }: WorkProfile, { supportLevel: offered }: Candidate): Reason {
  if (need <= offered) return { tone: "yes", code: "support_enough", need, offered };
  if (need - offered === 1) return { tone: "adapt", code: "support_one_short", need, offered };
  return { tone: "no", code: "support_too_low", need, offered };
}

function wishLines({ wishedTasks: wished }: WorkProfile, place: Candidate): Reason[] {
  const fit = wishFit(wished, place.tasks);
  if (fit === "nothing_wished") return [];
  if (fit === "neither") return [{ tone: "note", code: "not_wished" }];
  if (fit === "task") {
    return [{ tone: "yes", code: "wished_task", tasks: place.tasks.filter((task) => wished.includes(task)) }];
  }
  const groups = new Set(wished.map(groupOf));
  const common = new Set(place.tasks.map(groupOf).filter((group) => groups.has(group)));
  return [{ tone: "yes", code: "wished_group", groups: [...common] }];
}

function growthLines(profile: WorkProfile, { hoursMax: max }: Candidate): Reason[] {
  const { startHours: start, targetHours: target } = profile;
  if (target <= start || max < start) return [];
  if (max >= target) return [{ tone: "yes", code: "growth_all", target, max, start }];
  return [{ tone: "note", code: max > start ? "growth_part" : "growth_none", target, max, start }];
}

function licenceLines({ drivingLicenceB }: WorkProfile, place: Candidate): Reason[] {
  if (!place.otherRequirements.includes("korkort_b")) return [];
  return drivingLicenceB
    ? [{ tone: "yes", code: "licence_held" }]
    : [{ tone: "no", code: "licence_missing" }];
}

function ageLines(age: number | null, { ageMin: min, ageMax: max }: Candidate): Reason[] {
  if (min === null && max === null) return [];
  if (age === null) return [{ tone: "note", code: "age_unknown", min, max }];
  const outside = (min !== null && age < min) || (max !== null && age > max);
  return outside
    ? [{ tone: "no", code: "age_outside", min, max }]
    : [{ tone: "yes", code: "age_inside", min, max }];
}
