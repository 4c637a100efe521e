import type { Actor } from "#app/domain/identity/actor";
import { beginners } from "#app/domain/matching/proposal-transitions";

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

export type ProposalAction =
  | "proposal.list"
  | "proposal.read"
  | "proposal.read_presented"
  | "proposal.own"
  | "proposal.begin"
  | "proposal.move"
  | "proposal.todo"
  | "slot_holders.read";

/** Which step a role may take from where is the table of transitions; this is who comes near a proposal at all. */
const mayPropose: Record<ProposalAction, readonly Actor["role"][]> = {
  "proposal.list": ["coordinator", "coach"],
  "proposal.read": ["coordinator", "coach"],
  "proposal.read_presented": ["employer"],
  "proposal.own": ["participant"],
  "proposal.begin": beginners,
  "proposal.move": ["coordinator", "coach", "participant", "employer", "system"],
  "proposal.todo": ["coordinator"],
  "slot_holders.read": ["coordinator", "coach", "admin"],
};

/** Whose proposal it is, as far as the decision needs it; an employer counts once something was presented to it. */
export type ProposalOf = { associationId: number; participantId: string; employerId?: number };

/** Whether the actor may do this at all, and, when `of` is given, with this proposal. */
export function canPropose(actor: Actor, action: ProposalAction, of?: ProposalOf): boolean {
  if (!mayPropose[action].includes(actor.role)) return false;
  if (actor.role === "system") return true;
  if (actor.role === "participant")
    return actor.participantId !== null && (!of || of.participantId === actor.participantId);
  if (actor.role === "employer")
    return actor.employerId !== null && (!of || of.employerId === actor.employerId);
  return actor.associationId !== null && (!of || of.associationId === actor.associationId);
}
