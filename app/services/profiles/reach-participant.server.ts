import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import type { Participant } from "#app/domain/profiles/participant";
import { can, type ProfileAction } from "#app/domain/profiles/policy";
import type { Tx } from "#db/client.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";
import { findById, findByReference } from "#db/queries/participants.server";

/**
 * The participant that an actor may do something with. `event` is written at once for a read; a change passes null and
 * writes its own with `recordOn` when it has happened. Null when the reference does not exist, belongs to somebody else,
 * or the role may not: the caller answers `not_found` for all three, and the attempt is written down.
 * domain.md "Consent, secrecy, protection".
 */
export async function reachParticipant(
  tx: Tx,
  actor: Actor,
  wanted: { reference: string } | { participantId: string | null },
  action: ProfileAction,
  event: AuditAction | null,
): Promise<Participant | null> {
  const found = await find(tx, wanted);
  if (found && can(actor, action, { associationId: found.associationId, participantId: found.id })) {
    if (event) await recordOn(tx, actor, found, event);
    return found;
  }
  await recordDenied(tx, actor, action, "reference" in wanted ? wanted.reference : "");
  return null;
}

/** Writes down what was done with this participant's data. */
export function recordOn(
  tx: Tx,
  actor: Actor,
  participant: Pick<Participant, "id" | "associationId" | "reference">,
  action: AuditAction,
  details?: Record<string, string | number | boolean | null>,
): Promise<void> {
  return recordEvent(tx, actor, {
    action,
    associationId: participant.associationId,
    participantId: participant.id,
    subject: participant.reference,
    ...(details ? { details } : {}),
  });
}

function find(tx: Tx, wanted: { reference: string } | { participantId: string | null }) {
  if ("reference" in wanted) return findByReference(tx, wanted.reference);
  return wanted.participantId === null ? Promise.resolve(null) : findById(tx, wanted.participantId);
}
