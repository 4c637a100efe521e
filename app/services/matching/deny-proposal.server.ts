import type { Actor } from "#app/domain/identity/actor";
import type { ProposalAction } from "#app/domain/matching/policy";
import type { Tx } from "#db/client.server";
import { recordEvent } from "#db/queries/audit.server";

/** Writes down that somebody tried what they may not, or what is not there for them. Never whose it is. */
export function recordDenied(tx: Tx, actor: Actor, wanted: ProposalAction, subject: string): Promise<void> {
  return recordEvent(tx, actor, {
    action: "access.denied",
    associationId: actor.associationId,
    participantId: null,
    subject: subject.slice(0, 40),
    details: { wanted },
  });
}
