import { type Concerned, canAgreement } from "#app/domain/agreements/policy";
import type { Actor } from "#app/domain/identity/actor";

export type RatingAction = "rating.read" | "rating.note" | "rating.answer" | "instrument.change";

/**
 * Who may do what: staff read all and note what was said, a participant answers and reads the own answers, an administrator
 * writes the statements. A supervisor answers with a link; an employer or a case worker reads nothing.
 */
const allowed: Record<RatingAction, readonly Actor["role"][]> = {
  "rating.read": ["coordinator", "coach"],
  "rating.note": ["coordinator", "coach"],
  "rating.answer": ["participant"],
  "instrument.change": ["admin"],
};

/** Whether the actor may do this, and, when `thing` is given, with this agreement. The database says the same. */
export function canRating(actor: Actor, action: RatingAction, thing?: Concerned): boolean {
  if (!allowed[action].includes(actor.role)) return false;
  if (action === "instrument.change") return actor.associationId !== null;
  return canAgreement(actor, "agreement.read", thing);
}
