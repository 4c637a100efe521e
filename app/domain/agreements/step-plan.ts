import { limits, type Step } from "#app/domain/agreements/content";

/** What a suggestion starts from. Hours are per week, in halves; `levels` how many steps, when somebody has an opinion. */
export type StepWish = { from: number; to: number; weeks: number; levels?: number };

/**
 * Steps from the hours of the first week to those of the goal: evenly, each level held as long as the others and for two
 * weeks at least, two hours or more at a time. Whole hours when both ends are whole, else halves.
 * Eight to twenty in twelve weeks: 8, 10, 13, 15, 18, 20, two weeks each.
 */
export function suggestSteps({ from, to, weeks, levels }: StepWish): Step[] {
  const grain = Number.isInteger(from) && Number.isInteger(to) ? 1 : 0.5;
  const rise = Math.abs(to - from);
  const byItself = Math.min(Math.floor(weeks / 2), Math.floor(rise / 2) + 1);
  const most = Math.min(weeks, Math.round(rise / grain) + 1);
  const count = rise === 0 ? 1 : Math.max(Math.min(2, most), Math.min(levels ?? byItself, most));
  return Array.from({ length: count }, (_, index) => ({
    fromWeek: 1 + Math.floor((index * weeks) / count),
    hoursPerWeek: count === 1 ? from : from + Math.round(((to - from) * index) / (count - 1) / grain) * grain,
  }));
}

/** The planned hours of a week of the period; 0 before its first. */
export function hoursInWeek(plan: readonly Step[], week: number): number {
  return plan.findLast(({ fromWeek }) => fromWeek <= week)?.hoursPerWeek ?? 0;
}

/** The planned hours of all weeks together. */
export function totalHours(plan: readonly Step[], weeks: number): number {
  let sum = 0;
  for (let week = 1; week <= weeks; week++) sum += hoursInWeek(plan, week);
  return sum;
}

/** The last and highest level: what the plan is aiming at. */
export function goalHours(plan: readonly Step[]): number {
  return plan.at(-1)?.hoursPerWeek ?? 0;
}

/** A level with the weeks that it lasts, both included. */
export type Level = Step & { toWeek: number };

/** The levels of a plan over a period of so many weeks. */
export function levelsOf(plan: readonly Step[], weeks: number): Level[] {
  return plan.map((step, index) => ({ ...step, toWeek: (plan[index + 1]?.fromWeek ?? weeks + 1) - 1 }));
}

export type StepPlanProblem =
  | "step_plan_required"
  | "first_step_week_1"
  | "steps_in_order"
  | "step_after_end"
  | "hours_range";

/** What is wrong with a plan of a period of so many weeks, or null. */
export function stepPlanProblem(plan: readonly Step[], weeks: number): StepPlanProblem | null {
  if (plan.length === 0) return "step_plan_required";
  if (plan[0]!.fromWeek !== 1) return "first_step_week_1";
  if (plan.some((step, index) => index > 0 && step.fromWeek <= plan[index - 1]!.fromWeek))
    return "steps_in_order";
  if (plan.some(({ fromWeek }) => fromWeek > weeks)) return "step_after_end";
  const { min, max } = limits.hoursPerWeek;
  if (plan.some(({ hoursPerWeek }) => !(hoursPerWeek >= min && hoursPerWeek <= max))) return "hours_range";
  return null;
}
