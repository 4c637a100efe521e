import { groupOf, type Task } from "#app/domain/placements/vocabulary";

/** How a place's tasks meet the wishes: the task itself, only its group, neither, or nothing was wished. */
export type WishFit = "task" | "group" | "neither" | "nothing_wished";

/** The share of the points for wishes. domain.md "Matching". */
export const wishShare: Record<WishFit, number> = { task: 1, group: 0.6, neither: 0, nothing_wished: 0.5 };

export function wishFit(wished: readonly Task[], offered: readonly Task[]): WishFit {
  if (wished.length === 0) return "nothing_wished";
  if (wished.some((task) => offered.includes(task))) return "task";
  const groups = new Set(wished.map(groupOf));
  return offered.some((task) => groups.has(groupOf(task))) ? "group" : "neither";
}
