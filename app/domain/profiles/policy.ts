import type { Actor } from "#app/domain/identity/actor";

export type ProfileAction =
  | "participant.list"
  | "participant.read"
  | "participant.create"
  | "participant.change"
  | "profile.read"
  | "profile.change"
  | "profile.confirm"
  | "kartlaggning.read"
  | "kartlaggning.change"
  | "kartlaggning.confirm"
  | "kartlaggning.read_shared"
  | "comment.list"
  | "comment.mark_read"
  | "medical.read"
  | "medical.change"
  | "consent.read"
  | "consent.record"
  | "consent.own"
  | "plan.read"
  | "plan.change"
  | "cases.list";

/** Who may do what. A coach reads; the participant says yes, comments and owns the consents; a case worker sees own cases. */
const allowed: Record<ProfileAction, readonly Actor["role"][]> = {
  "participant.list": ["coordinator", "coach"],
  "participant.read": ["coordinator", "coach"],
  "participant.create": ["coordinator"],
  "participant.change": ["coordinator"],
  "profile.read": ["coordinator", "coach", "participant"],
  "profile.change": ["coordinator"],
  "profile.confirm": ["participant"],
  "kartlaggning.read": ["coordinator", "coach", "participant"],
  "kartlaggning.change": ["coordinator"],
  "kartlaggning.confirm": ["participant"],
  "kartlaggning.read_shared": ["case_worker"],
  "comment.list": ["coordinator", "coach"],
  "comment.mark_read": ["coordinator", "coach"],
  "medical.read": ["coordinator", "coach", "participant"],
  "medical.change": ["coordinator"],
  "consent.read": ["coordinator", "coach", "participant"],
  "consent.record": ["coordinator"],
  "consent.own": ["participant"],
  "plan.read": ["coordinator", "coach", "case_worker", "participant"],
  "plan.change": ["coordinator", "coach"],
  "cases.list": ["case_worker"],
};

/** Somebody's data, as far as the decision needs it. */
export type Belongs = { associationId: number; participantId: string };

/** Whether the actor may do this at all, and, when `thing` is given, with this participant's data. */
export function can(actor: Actor, action: ProfileAction, thing?: Belongs): boolean {
  if (!allowed[action].includes(actor.role)) return false;
  const within = scope(actor);
  if (within.kind === "none") return false;
  if (!thing) return true;
  if (within.kind === "oneself") return thing.participantId === within.participantId;
  return thing.associationId === within.associationId;
}

/** Who says that a participant's comment has been read: a coordinator, or the coach who is the main responsible. */
export function mayMarkRead(actor: Actor, of: Belongs & { mainResponsibleUser: string | null }): boolean {
  if (!can(actor, "comment.mark_read", of)) return false;
  return actor.role === "coordinator" || of.mainResponsibleUser === actor.userId;
}

/** Which participants the actor can ever meet: turned into WHERE by queries, and repeated by row level security. */
export type Scope =
  | { kind: "none" }
  | { kind: "association"; associationId: number }
  | { kind: "own_cases"; associationId: number; agencyId: number; userId: string }
  | { kind: "oneself"; participantId: string };

export function scope(actor: Actor): Scope {
  if (actor.role === "participant" && actor.participantId !== null) {
    return { kind: "oneself", participantId: actor.participantId };
  }
  if (actor.associationId === null || actor.userId === null) return { kind: "none" };
  if (actor.role === "coordinator" || actor.role === "coach") {
    return { kind: "association", associationId: actor.associationId };
  }
  if (actor.role === "case_worker" && actor.agencyId !== null) {
    return {
      kind: "own_cases",
      associationId: actor.associationId,
      agencyId: actor.agencyId,
      userId: actor.userId,
    };
  }
  return { kind: "none" };
}
