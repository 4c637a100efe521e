import type { Actor } from "#app/domain/identity/actor";

/** Who may take files in and out: coordinators and administrators, for the association they act for. */
export function mayImport(actor: Actor): boolean {
  return (actor.role === "coordinator" || actor.role === "admin") && actor.associationId !== null;
}
