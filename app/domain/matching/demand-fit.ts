import { type Adaptation, adaptationEases, type Demand, type Level } from "#app/domain/placements/vocabulary";

/** One demand against one ability. `short`: 0 when the person manages all of it. */
export type DemandFit =
  | { demand: Demand; fit: "met"; asked: Level; ability: Level; easedBy: [] }
  | { demand: Demand; fit: "eased"; asked: Level; ability: Level; easedBy: Adaptation[] }
  | { demand: Demand; fit: "hinder"; asked: Level; ability: Level; easedBy: [] };

/**
 * One step too much can be eased by an adaptation that the place offers; two steps cannot. domain.md "Matching".
 */
export function fitOf(
  demand: Demand,
  asked: Level,
  ability: Level,
  offered: readonly Adaptation[],
): DemandFit {
  if (asked <= ability) return { demand, fit: "met", asked, ability, easedBy: [] };
  const easedBy = offered.filter((one) => eases(one, demand));
  if (asked - ability === 1 && easedBy.length > 0) return { demand, fit: "eased", asked, ability, easedBy };
  return { demand, fit: "hinder", asked, ability, easedBy: [] };
}

/** Whether an adaptation makes a demand easier. domain.md "Placement", adaptations. */
export function eases(adaptation: Adaptation, demand: Demand): boolean {
  return (adaptationEases[adaptation] as readonly Demand[]).includes(demand);
}
