import type { Actor } from "#app/domain/identity/actor";

export type CaseAction =
  | "referral.send"
  | "referral.interest"
  | "referral.own"
  | "referral.read"
  | "referral.list"
  | "referral.decide"
  | "task.list"
  | "task.finish"
  | "meeting.read"
  | "meeting.change"
  | "suggestion.send"
  | "suggestion.list"
  | "suggestion.change";

/** Coordinators decide; a case worker and a participant send, read and answer what is their own; whose task it is does it. */
const allowed: Record<CaseAction, readonly Actor["role"][]> = {
  "referral.send": ["case_worker"],
  "referral.interest": ["participant"],
  "referral.own": ["case_worker"],
  "referral.read": ["coordinator", "case_worker", "participant"],
  "referral.list": ["coordinator"],
  "referral.decide": ["coordinator"],
  "task.list": ["coordinator", "coach", "case_worker"],
  "task.finish": ["coordinator", "coach", "case_worker"],
  "meeting.read": ["coordinator", "case_worker"],
  "meeting.change": ["coordinator"],
  "suggestion.send": ["participant"],
  "suggestion.list": ["coordinator"],
  "suggestion.change": ["coordinator"],
};

/** What is asked about, as far as the decision needs it. */
export type CaseThing = {
  associationId: number;
  participantId: string | null;
  caseWorkerUser?: string | null;
};

/** Whether the actor may do this at all and, when `thing` is given, with this. Row level security repeats it. */
export function canCase(actor: Actor, action: CaseAction, thing?: CaseThing): boolean {
  if (!allowed[action].includes(actor.role)) return false;
  if (actor.associationId === null || actor.userId === null) return false;
  if (actor.role === "participant" && actor.participantId === null) return false;
  if (actor.role === "case_worker" && actor.agencyId === null) return false;
  if (!thing) return true;
  if (thing.associationId !== actor.associationId) return false;
  if (actor.role === "participant") return thing.participantId === actor.participantId;
  // A meeting has no case worker of its own: who is invited is the database's to say.
  if (actor.role === "case_worker" && thing.caseWorkerUser !== undefined) {
    return thing.caseWorkerUser === actor.userId;
  }
  return true;
}

/** Who says that a task is done: whoever it is on, and a coordinator for everybody. */
export function mayFinish(
  actor: Pick<Actor, "role" | "userId">,
  task: { responsibleUser: string | null },
): boolean {
  if (actor.role === "coordinator") return true;
  return task.responsibleUser !== null && task.responsibleUser === actor.userId;
}
