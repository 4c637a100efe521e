import type { Actor } from "#app/domain/identity/actor";

export type RegisterAction =
  | "register.read"
  | "register.change"
  | "register.merge"
  | "contact.log"
  | "contact.hand_over"
  | "contact.limit"
  | "contact.public"
  | "certificate.limits"
  | "entries.own";

/** The register is every coordinator's, in every association; an employer reads what was written on its behalf. */
const allowed: Record<RegisterAction, readonly Actor["role"][]> = {
  "register.read": ["coordinator"],
  "register.change": ["coordinator"],
  "register.merge": ["coordinator"],
  "contact.log": ["coordinator"],
  "contact.hand_over": ["coordinator"],
  "contact.limit": ["admin"],
  "contact.public": ["admin"],
  "certificate.limits": ["admin"],
  "entries.own": ["employer"],
};

/** Somebody at work: everything that the register writes down carries a name and an association. */
export type Colleague = { userId: string; name: string; associationId: number };

/** The actor as a colleague, when the actor may do this; else null. */
export function colleague(actor: Actor, action: RegisterAction): Colleague | null {
  const { userId, name, associationId } = actor;
  if (!allowed[action].includes(actor.role) || userId === null || associationId === null) return null;
  return { userId, name, associationId };
}

/** Whether the actor may do this for this employer. */
export function canForEmployer(actor: Actor, action: RegisterAction, employerId: number): boolean {
  return allowed[action].includes(actor.role) && actor.employerId === employerId;
}
