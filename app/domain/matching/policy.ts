import type { Actor } from "#app/domain/identity/actor";

export type MatchAction = "matches.read" | "matches.export" | "matches.own";

const allowed: Record<MatchAction, readonly Actor["role"][]> = {
  "matches.read": ["coordinator", "coach"],
  "matches.export": ["coordinator", "coach"],
  "matches.own": ["participant"],
};

/** Who may see a participant's matches: staff of the association, and the participant. Nobody else ever. */
export function canMatch(
  actor: Actor,
  action: MatchAction,
  participant: { id: string; associationId: number },
): boolean {
  if (!allowed[action].includes(actor.role)) return false;
  return action === "matches.own"
    ? actor.participantId !== null && actor.participantId === participant.id
    : actor.associationId !== null && actor.associationId === participant.associationId;
}

export type WeightAction = "weights.read" | "weights.change";

const mayWeigh: Record<WeightAction, readonly Actor["role"][]> = {
  "weights.read": ["admin", "coordinator"],
  "weights.change": ["admin"],
};

/** Whose weights the actor may read or set: those of the own association, or null. */
export function weighedAssociation(actor: Actor, action: WeightAction): number | null {
  return mayWeigh[action].includes(actor.role) ? actor.associationId : null;
}
