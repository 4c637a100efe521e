import type { Actor } from "#app/domain/identity/actor";

/**
 * Who has a slot: a coordinator, at which association, and until when (ISO; null when it is agreed and stays taken).
 * Never for whom.
 */
export type SlotHolder = { holder: string | null; association: string; until: string | null };

/** Staff of any association may ask each other. Employers and participants never learn who has a slot. */
export function mayKnowHolders(actor: Actor): boolean {
  return actor.role === "coordinator" || actor.role === "coach" || actor.role === "admin";
}
