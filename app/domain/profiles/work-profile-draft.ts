import { demands, type Levels } from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

type Lists =
  | "kinds"
  | "weekdays"
  | "neededAdaptations"
  | "wishedTasks"
  | "excludedEmployerIds"
  | "excludedWorkplaceIds";

/** A work profile on its way: what is not yet known is left out. Unknown is always an answer while it is started. */
export type WorkProfileDraft = Pick<WorkProfile, Lists> & {
  [Part in Exclude<keyof WorkProfile, Lists | "abilities">]?: WorkProfile[Part] | undefined;
} & { abilities: Partial<Levels> };

/** Nothing known yet. */
export const emptyDraft: WorkProfileDraft = {
  kinds: [],
  weekdays: [],
  abilities: {},
  neededAdaptations: [],
  wishedTasks: [],
  excludedEmployerIds: [],
  excludedWorkplaceIds: [],
};

/** The parts that must be known before a work profile can be marked complete, in the order of the form. */
export type MissingPart =
  | "kinds"
  | "startHours"
  | "targetHours"
  | "longestDay"
  | "weekdays"
  | "abilities"
  | "supportNeed"
  | "locality"
  | "maxKm";

/** What is still unknown; empty when matching can read the profile. */
export function missingParts(draft: WorkProfileDraft): MissingPart[] {
  const missing: MissingPart[] = [];
  if (draft.kinds.length === 0) missing.push("kinds");
  if (draft.startHours === undefined) missing.push("startHours");
  if (draft.targetHours === undefined) missing.push("targetHours");
  if (draft.longestDay === undefined) missing.push("longestDay");
  if (draft.weekdays.length === 0) missing.push("weekdays");
  if (demands.some((demand) => draft.abilities[demand] === undefined)) missing.push("abilities");
  if (draft.supportNeed === undefined) missing.push("supportNeed");
  if (!draft.locality || draft.from === undefined) missing.push("locality");
  if (draft.maxKm === undefined) missing.push("maxKm");
  return missing;
}

/** The whole work profile that matching reads, or null while a part is unknown. A licence nobody spoke of is not held. */
export function completeProfile(draft: WorkProfileDraft): WorkProfile | null {
  if (missingParts(draft).length > 0) return null;
  return {
    kinds: draft.kinds,
    startHours: draft.startHours!,
    targetHours: draft.targetHours!,
    longestDay: draft.longestDay!,
    weekdays: draft.weekdays,
    abilities: draft.abilities as Levels,
    neededAdaptations: draft.neededAdaptations,
    supportNeed: draft.supportNeed!,
    wishedTasks: draft.wishedTasks,
    locality: draft.locality!,
    from: draft.from!,
    maxKm: draft.maxKm!,
    drivingLicenceB: draft.drivingLicenceB ?? false,
    excludedEmployerIds: draft.excludedEmployerIds,
    excludedWorkplaceIds: draft.excludedWorkplaceIds,
  };
}
