import type { Concerned } from "#app/domain/agreements/policy";
import { canAgreement } from "#app/domain/agreements/policy";
import type { Actor } from "#app/domain/identity/actor";

export type AttendanceAction =
  | "attendance.read"
  | "attendance.write"
  | "attendance.send_link"
  | "attendance.handle_alert"
  | "attendance.weekly";

/**
 * Who may do what. The parties and staff write days; only staff send links and take care of alerts; a case worker reads
 * the hours of each week and never a day.
 */
const allowed: Record<AttendanceAction, readonly Actor["role"][]> = {
  "attendance.read": ["coordinator", "coach", "participant", "employer"],
  "attendance.write": ["coordinator", "coach", "participant", "employer"],
  "attendance.send_link": ["coordinator", "coach"],
  "attendance.handle_alert": ["coordinator", "coach"],
  "attendance.weekly": ["case_worker"],
};

/** Whether the actor may do this, and, when `thing` is given, with this agreement. The database says the same. */
export function canAttendance(actor: Actor, action: AttendanceAction, thing?: Concerned): boolean {
  return allowed[action].includes(actor.role) && canAgreement(actor, "agreement.read", thing);
}
