import { z } from "zod";
import { followupForms, followupPurposes, type Risk } from "#app/domain/followups/followup";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** What can be asked at a review: whether to prolong or take the next step, or whether it is time to move on. */
export const reviewQuestions = ["extend", "move_on"] as const;
export type ReviewQuestion = (typeof reviewQuestions)[number];

export const stepTimes = ["after", "every", "in_week", "last_week"] as const;
export const timeUnits = ["weeks", "months"] as const;

/** Longest time that a step may say, and most steps of a rhythm. */
export const rhythmLimits = { weeks: 104, months: 24, steps: 12 } as const;

// Messages are codes of `followups:error.*`.
const count = z
  .number({ error: "count_range" })
  .int({ error: "count_range" })
  .min(1, { error: "count_range" })
  .max(rhythmLimits.weeks, { error: "count_range" });
const unit = z.enum(timeUnits, { error: "choose_in_list" });
const what = {
  purpose: z.enum(followupPurposes, { error: "choose_in_list" }).exclude(["checkup"]),
  form: z.enum(followupForms, { error: "choose_in_list" }),
};

/**
 * One step: once so long after the first day, every so often from then on, in a week of the period (1 for the first), or
 * in the last week.
 */
export const rhythmStepSchema = z.discriminatedUnion("time", [
  z.strictObject({
    time: z.literal("after"),
    count,
    unit,
    question: z.enum(reviewQuestions).nullable().default(null),
    ...what,
  }),
  z.strictObject({ time: z.literal("every"), count, unit, from: count, ...what }),
  z.strictObject({
    time: z.literal("in_week"),
    week: count,
    question: z.enum(reviewQuestions).nullable().default(null),
    ...what,
  }),
  z.strictObject({ time: z.literal("last_week"), ...what }),
]);
export type RhythmStep = z.output<typeof rhythmStepSchema>;

/** A rhythm as it is saved: no two steps are the same one. */
export const rhythmSchema = z
  .array(rhythmStepSchema)
  .min(1, { error: "steps_required" })
  .max(rhythmLimits.steps, { error: "too_many_steps" })
  .refine((steps) => new Set(steps.map(sameStep)).size === steps.length, { error: "same_step_twice" });

/** Which rhythm counts is chosen by kind and risk. */
export type RhythmChoice = { kind: PlacementKind; risk: Risk };
export type Rhythm = RhythmChoice & {
  steps: RhythmStep[];
  /** 0 for the shipped one, which counts until the association has saved its own. */
  version: number;
  savedByName: string | null;
  savedAt: string | null;
};

/**
 * The name of a step at its time: what is done under it is never planned again, also when the rhythm reaches the same time
 * in another way. "contact-1w", "contact-6m", "extend-week-7", "closing".
 */
export function stepName(step: RhythmStep, at?: number): string {
  switch (step.time) {
    case "after":
      return `${step.question ?? step.purpose}-${step.count}${step.unit === "weeks" ? "w" : "m"}`;
    case "every":
      return `${step.purpose}-${at ?? step.from}${step.unit === "weeks" ? "w" : "m"}`;
    case "in_week":
      return `${step.question ?? step.purpose}-week-${step.week}`;
    case "last_week":
      return step.purpose === "closing" ? "closing" : `${step.purpose}-last`;
  }
}

/** The question of a review, read back from the name of its step; null for any other. */
export function questionOf(name: string): ReviewQuestion | null {
  return reviewQuestions.find((question) => name.startsWith(`${question}-`)) ?? null;
}

function sameStep(step: RhythmStep): string {
  return step.time === "every" ? `every ${step.count} ${stepName(step)}` : stepName(step);
}
