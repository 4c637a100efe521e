import type { Agreement } from "#app/domain/agreements/agreement";
import { type AgreementAction, canAgreement } from "#app/domain/agreements/policy";
import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import { isUuid } from "#app/domain/uuid";
import type { Tx } from "#db/client.server";
import { findAgreement, lockAgreement } from "#db/queries/agreements.server";
import { recordDenied, recordEvent } from "#db/queries/audit.server";

/**
 * The agreement that an actor may do something with, locked for a change. Null when there is none, it is somebody else's,
 * or the role may not: the caller answers `not_found` for all three, and the attempt is written down.
 */
export async function reachAgreement(
  tx: Tx,
  actor: Actor,
  id: string,
  action: AgreementAction,
  to: "read" | "change",
): Promise<Agreement | null> {
  const found = isUuid(id) ? await (to === "read" ? findAgreement : lockAgreement)(tx, id) : null;
  if (found && canAgreement(actor, action, found)) return found;
  await recordDenied(tx, actor, action, id);
  return null;
}

/** Writes down what was done with an agreement. */
export function recordOnAgreement(
  tx: Tx,
  actor: Actor,
  agreement: Pick<Agreement, "id" | "associationId" | "participantId">,
  action: AuditAction,
  details?: Record<string, string | number | boolean | null>,
): Promise<void> {
  return recordEvent(tx, actor, {
    action,
    associationId: agreement.associationId,
    participantId: agreement.participantId,
    subject: agreement.id,
    ...(details ? { details } : {}),
  });
}

/** How an actor is named in the history: a participant by code, for a name can be protected afterwards. */
export function namedBy(actor: Actor, reference: string): { byRole: string; byName: string } {
  return { byRole: actor.role, byName: actor.role === "participant" ? reference : actor.name };
}
