import type { Actor } from "#app/domain/identity/actor";
import type { PlacementStatus, Visibility } from "#app/domain/placements/vocabulary";

const everything: readonly Visibility[] = ["public", "signed_in", "coordinators"];

/** Which placements somebody may find. domain.md "Placement": visibility. */
export function visibleTo(actor: Actor): readonly Visibility[] {
  if (actor.role === "coordinator" || actor.role === "coach" || actor.role === "admin") return everything;
  return actor.userId === null ? ["public"] : ["public", "signed_in"];
}

/**
 * Who may open a placement: what is published for them, also when search hides it because nobody has confirmed it;
 * staff and the employer itself in every status.
 */
export function maySee(
  actor: Actor,
  placement: { status: PlacementStatus; visibility: Visibility; employerId: number },
): boolean {
  if (visibleTo(actor) === everything) return true;
  if (actor.role === "employer" && actor.employerId === placement.employerId) return true;
  return placement.status === "published" && visibleTo(actor).includes(placement.visibility);
}

/** Who may read the contact person and the money beside a placement: staff, and the employer itself. */
export function readsTerms(actor: Actor, placement: { employerId: number }): boolean {
  return (
    actor.role === "coordinator" ||
    actor.role === "coach" ||
    actor.role === "admin" ||
    (actor.role === "employer" && actor.employerId === placement.employerId)
  );
}
