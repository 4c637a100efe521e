import { canAgreement } from "#app/domain/agreements/policy";
import type { Actor } from "#app/domain/identity/actor";
import { withActor } from "#db/client.server";
import { listAtWork } from "#db/queries/association-people.server";

/** The names of those who can answer for a next step: staff of the association and the agency's case workers. */
export function listResponsible(actor: Actor, agencyName: string | null): Promise<string[]> {
  return withActor(actor, async (tx) => {
    const { associationId } = actor;
    if (!canAgreement(actor, "agreement.afterwards") || associationId === null) return [];
    const people = (await listAtWork(tx, associationId)).filter(
      ({ role, agency }) =>
        role === "coordinator" || role === "coach" || (role === "case_worker" && agency === agencyName),
    );
    const names = people.map(({ name, agency }) => (agency ? `${name}, ${agency}` : name));
    return [...new Set(names)];
  });
}
