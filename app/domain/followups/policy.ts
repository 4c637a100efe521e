import type { Concerned } from "#app/domain/agreements/policy";
import { canAgreement } from "#app/domain/agreements/policy";
import type { Actor } from "#app/domain/identity/actor";

export type AttendanceAction =
  | "attendance.read"
  | "attendance.write"
  | "attendance.send_link"
  | "attendance.handle_alert"
  | "attendance.weekly"
  | "followup.read"
  | "followup.log"
  | "followup.plan"
  | "followup.hand_over";

/**
 * Who may do what. The parties and staff write days; only staff send links and take care of alerts; a case worker reads
 * the hours of each week and never a day. What was said at a contact is staff's to write and the participant's to read.
 */
const allowed: Record<AttendanceAction, readonly Actor["role"][]> = {
  "attendance.read": ["coordinator", "coach", "participant", "employer"],
  "attendance.write": ["coordinator", "coach", "participant", "employer"],
  "attendance.send_link": ["coordinator", "coach"],
  "attendance.handle_alert": ["coordinator", "coach"],
  "attendance.weekly": ["case_worker"],
  "followup.read": ["coordinator", "coach", "participant"],
  "followup.log": ["coordinator", "coach"],
  "followup.plan": ["coordinator", "coach"],
  "followup.hand_over": ["coordinator", "coach"],
};

/** Whose rhythms the actor may change: those of the own association, as its administrator; else null. */
export function rhythmAssociation(actor: Actor): number | null {
  return actor.role === "admin" ? actor.associationId : null;
}

/** Whether the actor may do this, and, when `thing` is given, with this agreement. The database says the same. */
export function canAttendance(actor: Actor, action: AttendanceAction, thing?: Concerned): boolean {
  return allowed[action].includes(actor.role) && canAgreement(actor, "agreement.read", thing);
}
