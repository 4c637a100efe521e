import type { Actor } from "#app/domain/identity/actor";
import { readsTerms } from "#app/domain/placements/visibility";
import { withActor } from "#db/client.server";
import { type PlacementTerms, readTerms as read } from "#db/queries/placement-contact.server";

/** Whom to talk to about a placement and what it costs, for staff and the employer itself; null for everybody else. */
export async function readTerms(
  actor: Actor,
  placement: { id: number; employerId: number },
): Promise<PlacementTerms | null> {
  return readsTerms(actor, placement) ? withActor(actor, (tx) => read(tx, placement.id)) : null;
}
