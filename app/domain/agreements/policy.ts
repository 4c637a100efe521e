import type { Actor } from "#app/domain/identity/actor";

export type AgreementAction =
  | "agreement.list"
  | "agreement.read"
  | "agreement.draw_up"
  | "agreement.change"
  | "agreement.amend"
  | "agreement.step"
  | "agreement.sign"
  | "agreement.summary"
  | "agreement.afterwards"
  | "agreement.own_certificate"
  | "agreement.lessons";

/** Who may do what. A coach reads and amends; the parties read and sign; nobody else meets an agreement. */
const allowed: Record<AgreementAction, readonly Actor["role"][]> = {
  "agreement.list": ["coordinator", "coach"],
  "agreement.read": ["coordinator", "coach", "participant", "employer", "case_worker"],
  "agreement.draw_up": ["coordinator"],
  "agreement.change": ["coordinator", "coach"],
  "agreement.amend": ["coordinator", "coach"],
  "agreement.step": ["coordinator", "coach", "participant", "employer"],
  "agreement.sign": ["coordinator", "participant", "employer", "case_worker"],
  // After the end: what the agency is told, what staff do, what the participant says yes to, what the employer learnt.
  "agreement.summary": ["coordinator", "coach", "case_worker"],
  "agreement.afterwards": ["coordinator", "coach"],
  "agreement.own_certificate": ["participant"],
  "agreement.lessons": ["employer"],
};

/** An agreement, as far as the decision needs it. */
export type Concerned = {
  associationId: number;
  participantId: string;
  employerId: number;
  agencyId: number | null;
};

/** Whether the actor may do this at all, and, when `thing` is given, with this agreement. The database says the same. */
export function canAgreement(actor: Actor, action: AgreementAction, thing?: Concerned): boolean {
  if (!allowed[action].includes(actor.role)) return false;
  switch (actor.role) {
    case "coordinator":
    case "coach":
      return actor.associationId !== null && (!thing || thing.associationId === actor.associationId);
    case "participant":
      return actor.participantId !== null && (!thing || thing.participantId === actor.participantId);
    case "employer":
      return actor.employerId !== null && (!thing || thing.employerId === actor.employerId);
    case "case_worker":
      return (
        actor.agencyId !== null &&
        (!thing || (thing.agencyId === actor.agencyId && thing.associationId === actor.associationId))
      );
    default:
      return false;
  }
}
