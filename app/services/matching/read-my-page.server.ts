import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import type { Proposal } from "#app/domain/matching/proposal";
import { withActor } from "#db/client.server";
import { listEventsOf } from "#db/queries/audit.server";
import { listOfParticipant } from "#db/queries/proposals.server";

const eventsShown = 10;

export type Look = { id: string; at: string; by: string; role: string; action: AuditAction };

/** What the participant's own page shows: the proposals, and who has looked. */
export function readMyPage(actor: Actor): Promise<{ proposals: Proposal[]; looks: Look[] }> {
  return withActor(actor, async (tx) => {
    const { participantId } = actor;
    if (participantId === null) return { proposals: [], looks: [] };
    const events = await listEventsOf(tx, participantId, eventsShown);
    return {
      proposals: await listOfParticipant(tx, participantId),
      looks: events.map((event) => ({
        id: event.id,
        at: new Date(event.happened_at).toISOString(),
        by: event.user_name,
        role: event.role,
        action: event.action,
      })),
    };
  });
}
