import type { PartAnswers } from "#app/domain/profiles/part-answers";

/** What happens first in the plan, on which day (ISO date), and who sees to it ("" when nobody is named). */
export type FirstActivity = { what: string; startsOn: string; responsible: string };

/** The first activity of part 11, or null while it or its day is missing. domain.md "Profile", 11. */
export function firstActivity(plan: PartAnswers): FirstActivity | null {
  const { forsta_aktivitet: what, forsta_start: startsOn, forsta_ansvarig: responsible } = plan.answers;
  if (typeof what !== "string" || typeof startsOn !== "string") return null;
  return { what, startsOn, responsible: typeof responsible === "string" ? responsible : "" };
}
