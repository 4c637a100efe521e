import { z } from "zod";
import type { Point } from "#app/domain/geo/point";
import {
  type Adaptation,
  adaptations,
  demands,
  type Level,
  placementKinds,
  type Task,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";
import { always } from "#app/domain/profiles/check-always";
import type { WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";

/** Limits of the form, in hours per week, hours per day and kilometres. */
export const limits = {
  startHours: { min: 1, max: 40 },
  longestDay: { min: 1, max: 10 },
  maxKm: { min: 1, max: 300 },
} as const;

/** "7,5" and "7.5" are the same number to a Swede. Empty is unknown. */
function decimal(code: string, range: { min: number; max: number }) {
  return z
    .preprocess(
      (value) => (typeof value === "string" ? value.trim().replace(",", ".") || undefined : value),
      z.coerce
        .number({ error: `${code}_range` })
        .min(range.min, `${code}_range`)
        .max(range.max, `${code}_range`)
        .optional(),
    )
    .refine((value) => value === undefined || Math.abs(value * 2 - Math.round(value * 2)) < 1e-9, {
      error: "half_hours",
    });
}

const level = z.enum(["0", "1", "2", "3"], { error: "choose_level" }).optional();
const abilityFields = Object.fromEntries(demands.map((demand) => [demand, level])) as Record<
  (typeof demands)[number],
  typeof level
>;

/** Checkboxes arrive as one string, several, or nothing. */
function many<T extends string>(words: readonly T[]) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(words as readonly [T, ...T[]], { error: "choose_in_list" })),
  );
}

/** `employer:12` or `workplace:34`. */
const excludedPattern = /^(employer|workplace):(\d{1,9})$/;

/**
 * The form of a work profile as it arrives: everything may be unknown, nothing may be impossible. Messages are codes of
 * `profiles:error.*`.
 */
export const workProfileFormSchema = z
  .object({
    version: z.coerce.number().int().min(0),
    kinds: many(placementKinds),
    startHours: decimal("start_hours", limits.startHours),
    targetHours: decimal("target_hours", limits.startHours),
    longestDay: decimal("longest_day", limits.longestDay),
    weekdays: many(weekdays),
    abilities: z.preprocess((value) => value ?? {}, z.object(abilityFields)),
    adaptations: many<Adaptation>(adaptations),
    supportNeed: level,
    tasks: many<Task>(tasks),
    locality: z.string().trim().max(80, { error: "text_too_long" }).optional(),
    maxKm: z.preprocess(
      (value) => (typeof value === "string" ? value.trim() || undefined : value),
      z.coerce
        .number({ error: "max_km_range" })
        .int({ error: "max_km_range" })
        .min(limits.maxKm.min, "max_km_range")
        .max(limits.maxKm.max, "max_km_range")
        .optional(),
    ),
    drivingLicenceB: z.enum(["yes", "no"], { error: "choose_in_list" }).optional(),
    excluded: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().regex(excludedPattern, { error: "choose_in_list" })),
    ),
    exclude: z.string().trim().max(120, { error: "text_too_long" }).optional(),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const wrong = new Set(context.issues.map(({ path }) => path?.[0]));
    const isFine = (...names: (keyof WorkProfileForm)[]) => !names.some((name) => wrong.has(name));
    const { startHours = 0, targetHours = startHours, longestDay = 0 } = form;
    if (isFine("startHours", "targetHours") && targetHours < startHours)
      issue("targetHours", "target_below_start");
    if (!isFine("startHours", "longestDay", "weekdays")) return;
    const reach = longestDay * form.weekdays.length;
    if (reach > 0 && startHours > reach) issue("startHours", "hours_beyond_days");
  }, always);

/** The same when the profile is to be complete: everything that matching reads is answered. */
export const completeProfileFormSchema = workProfileFormSchema.superRefine((form, context) => {
  const wrong = new Set(context.issues.map(({ path }) => path?.join(".")));
  for (const { field, code } of unanswered(form)) {
    if (!wrong.has(field)) context.addIssue({ code: "custom", path: field.split("."), message: code });
  }
}, always);

export type WorkProfileForm = z.infer<typeof workProfileFormSchema>;

/** What must be answered before the profile is marked complete: the field and the code of its text. */
export function unanswered(form: WorkProfileForm): { field: string; code: string }[] {
  const missing: { field: string; code: string }[] = [];
  const need = (isMissing: boolean, field: string, code: string) => {
    if (isMissing) missing.push({ field, code });
  };
  need(!form.kinds?.length, "kinds", "kinds_required");
  need(form.startHours === undefined, "startHours", "start_hours_range");
  need(form.targetHours === undefined, "targetHours", "target_hours_range");
  need(form.longestDay === undefined, "longestDay", "longest_day_range");
  need(!form.weekdays?.length, "weekdays", "weekdays_required");
  for (const demand of demands)
    need(form.abilities?.[demand] === undefined, `abilities.${demand}`, "choose_level");
  need(form.supportNeed === undefined, "supportNeed", "support_required");
  need(!form.locality, "locality", "locality_required");
  need(form.maxKm === undefined, "maxKm", "max_km_range");
  return missing;
}

/** Splits `employer:12` and `workplace:34` into two lists of ids. */
export function excludedIds(excluded: readonly string[]): { employerIds: number[]; workplaceIds: number[] } {
  const ids = (kind: string) =>
    excluded.flatMap((value) => {
      const found = excludedPattern.exec(value);
      return found?.[1] === kind ? [Number(found[2])] : [];
    });
  return { employerIds: [...new Set(ids("employer"))], workplaceIds: [...new Set(ids("workplace"))] };
}

/** What the service looks up for the form: where the locality lies, and what its last exclusion text meant. */
export type LookedUp = {
  place: { locality: string; from: Point } | null;
  excluded: readonly string[];
};

/** The form as a work profile on its way. */
export function draftOf(form: WorkProfileForm, found: LookedUp): WorkProfileDraft {
  const { employerIds, workplaceIds } = excludedIds([...form.excluded, ...found.excluded]);
  const abilities: WorkProfileDraft["abilities"] = {};
  for (const demand of demands) {
    const answer = form.abilities[demand];
    if (answer !== undefined) abilities[demand] = Number(answer) as Level;
  }
  return {
    kinds: form.kinds,
    startHours: form.startHours,
    targetHours: form.targetHours,
    longestDay: form.longestDay,
    weekdays: form.weekdays,
    abilities,
    neededAdaptations: form.adaptations,
    supportNeed: form.supportNeed === undefined ? undefined : (Number(form.supportNeed) as Level),
    wishedTasks: form.tasks,
    locality: found.place?.locality,
    from: found.place?.from,
    maxKm: form.maxKm,
    drivingLicenceB: form.drivingLicenceB === undefined ? undefined : form.drivingLicenceB === "yes",
    excludedEmployerIds: employerIds,
    excludedWorkplaceIds: workplaceIds,
  };
}
