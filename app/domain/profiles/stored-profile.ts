import { z } from "zod";
import {
  type Adaptation,
  adaptations,
  demands,
  type Levels,
  levels,
  placementKinds,
  type Task,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";
import type { WorkProfile } from "#app/domain/profiles/work-profile";

export const levelSchema = z.literal([...levels]);

const storedSchema = z.object({
  kinds: z.array(z.enum(placementKinds)).default([]),
  startHours: z.number().optional(),
  targetHours: z.number().optional(),
  longestDay: z.number().optional(),
  weekdays: z.array(z.enum(weekdays)).default([]),
  abilities: z.partialRecord(z.enum(demands), levelSchema).default({}),
  neededAdaptations: z.array(z.enum(adaptations as [Adaptation, ...Adaptation[]])).default([]),
  supportNeed: levelSchema.optional(),
  wishedTasks: z.array(z.enum(tasks as readonly [Task, ...Task[]])).default([]),
  locality: z.string().optional(),
  from: z.object({ east: z.number(), north: z.number() }).optional(),
  maxKm: z.number().optional(),
  drivingLicenceB: z.boolean().optional(),
  excludedEmployerIds: z.array(z.number().int()).default([]),
  excludedWorkplaceIds: z.array(z.number().int()).default([]),
});

/** A work profile on its way: what is not yet known is left out. Unknown is always an answer while it is started. */
export type WorkProfileDraft = z.infer<typeof storedSchema>;

/** Nothing known yet. */
export const emptyDraft: WorkProfileDraft = storedSchema.parse({});

/**
 * Reads the jsonb of work_profiles. Parts that are missing are unknown; unknown keys are dropped.
 * @throws ZodError when the stored value is not a work profile at all: a bug, never an expected outcome
 */
export function parseStoredProfile(stored: unknown): WorkProfileDraft {
  return storedSchema.parse(stored);
}

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
