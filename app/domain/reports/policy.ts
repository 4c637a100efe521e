import type { Actor } from "#app/domain/identity/actor";

export type ReportAction = "figures.read" | "people.read";

const allowed: Record<ReportAction, readonly Actor["role"][]> = {
  "figures.read": ["board"],
  "people.read": ["admin"],
};

/** Whose figures the actor may read: those of the own association, or null. */
export function reportedAssociation(actor: Actor, action: ReportAction): number | null {
  return allowed[action].includes(actor.role) ? actor.associationId : null;
}
