import type { PartAnswers } from "#app/domain/profiles/part-answers";
import type { ActivityStatus } from "#app/domain/profiles/plan";

/** What happens first in the plan, on which day (ISO date), and who sees to it ("" when nobody is named). */
export type FirstActivity = { what: string; startsOn: string; responsible: string };

const keys = ["forsta_aktivitet", "forsta_start", "forsta_ansvarig"] as const;

/** The first activity of part 11, or null while it or its day is missing. domain.md "Profile", 11. */
export function firstActivity(plan: PartAnswers): FirstActivity | null {
  const { forsta_aktivitet: what, forsta_start: startsOn, forsta_ansvarig: responsible } = plan.answers;
  if (typeof what !== "string" || typeof startsOn !== "string") return null;
  return { what, startsOn, responsible: typeof responsible === "string" ? responsible : "" };
}

/** Part 11 as people read it: its first activity is an activity of the plan, and is kept there only. */
export function withFirstActivity(stored: PartAnswers, first: FirstActivity | null): PartAnswers {
  if (!first) return stored;
  const said = { forsta_aktivitet: first.what, forsta_start: first.startsOn };
  const answers: PartAnswers["answers"] = { ...stored.answers, ...said };
  if (first.responsible) answers.forsta_ansvarig = first.responsible;
  return { answers, unknown: stored.unknown.filter((key) => !(key in said)) };
}

/** Part 11 without what the plan keeps. An activity that has no day yet is none of the plan's, and stays with the part. */
export function withoutFirstActivity(whole: PartAnswers): PartAnswers {
  if (!firstActivity(whole)) return whole;
  const answers = { ...whole.answers };
  for (const key of keys) delete answers[key];
  return { ...whole, answers };
}

/** What a saved part 11 means for the plan: `replace` leaves the old one as it was, done, and begins another. */
export type FirstStep = "none" | "add" | "change" | "replace" | "call_off";

/** The step from the plan's first activity to the one that part 11 says now. What has been done is not written over. */
export function firstStep(
  now: (FirstActivity & { status: ActivityStatus }) | null,
  next: FirstActivity | null,
): FirstStep {
  if (!next) return now ? "call_off" : "none";
  if (!now) return "add";
  const isOther = now.what !== next.what || now.startsOn !== next.startsOn;
  if (isOther) return now.status === "done" ? "replace" : "change";
  return now.responsible === next.responsible ? "none" : "change";
}
