import { exceptionKindsOf } from "#app/domain/followups/exceptions";
import type { Actor, Role } from "#app/domain/identity/actor";

export type ExceptionAction = "exceptions.list" | "exceptions.snooze" | "followup.remind";

const allowed: Record<ExceptionAction, readonly Role[]> = {
  "exceptions.list": Object.keys(exceptionKindsOf) as Role[],
  "exceptions.snooze": ["coordinator", "coach"],
  "followup.remind": ["coordinator"],
};

/** Who is shown what asks for somebody, may put it off, and may remind a coach: within the own association. */
export function canException(actor: Actor, action: ExceptionAction): boolean {
  return actor.associationId !== null && allowed[action].some((role) => role === actor.role);
}

/** Whose list it is put off in: that of all coordinators, or a coach's own. */
export function whoseSnoozes({ role, userId }: Actor): string {
  return role === "coordinator" ? "" : (userId ?? "");
}
