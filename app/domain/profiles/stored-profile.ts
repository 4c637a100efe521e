import { z } from "zod";
import {
  type Adaptation,
  adaptations,
  demands,
  levels,
  placementKinds,
  type Task,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

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

/**
 * Reads the jsonb of work_profiles. Parts that are missing are unknown; unknown keys are dropped.
 * @throws ZodError when the stored value is not a work profile at all: a bug, never an expected outcome
 */
export function parseStoredProfile(stored: unknown): WorkProfileDraft {
  return storedSchema.parse(stored);
}
