import type { Actor } from "#app/domain/identity/actor";
import { type Caution, cautionOf } from "#app/domain/organisations/caution";
import { fatigueOf } from "#app/domain/organisations/fatigue";
import { nothingElsewhere, summariseHosting } from "#app/domain/organisations/guard";
import { today } from "#app/platform/clock.server";
import type { Tx } from "#db/client.server";
import { contactLimit, countRecentContacts } from "#db/queries/employer-contacts.server";
import { listHostedStays, sumHostedElsewhere } from "#db/queries/employer-guard.server";
import { ringNamesOf } from "#db/queries/employer-rings.server";

/**
 * What to know before these employers are asked for one participant: contacts of all agencies, earlier stays, rings. For staff
 * of the participant's association, in a transaction that has recorded the reading already.
 */
export async function listCautions(
  tx: Tx,
  actor: Actor,
  participantId: string,
  employerIds: readonly number[],
): Promise<Map<number, Caution>> {
  const { associationId } = actor;
  if (associationId === null || employerIds.length === 0) return new Map();
  const recent = await countRecentContacts(tx, employerIds, today());
  const limit = await contactLimit(tx, associationId);
  const rings = await ringNamesOf(tx, employerIds);
  const own = await listHostedStays(tx, employerIds, associationId);
  const elsewhere = await sumHostedElsewhere(tx, employerIds);
  return new Map(
    employerIds.map((id) => {
      const stays = own.filter(({ employerId }) => employerId === id);
      const known = {
        fatigue: fatigueOf(recent.get(id) ?? 0, limit),
        rings: rings.get(id) ?? [],
        earlierStays: stays.filter(({ person }) => person === participantId).length,
        hosting: summariseHosting(stays, elsewhere.get(id) ?? nothingElsewhere),
      };
      return [id, cautionOf(id, known)];
    }),
  );
}
