import { sql } from "drizzle-orm";
import type { AuditAction } from "#app/domain/audit/actions";
import type { Actor } from "#app/domain/identity/actor";
import type { Tx } from "#db/client.server";

/**
 * Writes who did what with whose data, in the caller's transaction: no event, no read. domain.md "Consent, secrecy".
 * `details` carries ids and codes only, never the data itself.
 */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  event: {
    action: AuditAction;
    associationId: number | null;
    participantId: string | null;
    subject?: string;
    details?: Record<string, string | number | boolean | null>;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id, subject, details)
    VALUES (${event.associationId}, ${actor.userId}, ${actor.name}, ${actor.role}, ${event.action},
      ${event.participantId}, ${event.subject ?? ""}, ${JSON.stringify(event.details ?? {})}::jsonb)`);
}

/**
 * The latest events about one participant, newest first, for "who has looked at my data": everybody else's, and what the
 * participant changed. What one reads about oneself is nobody who has looked.
 */
export async function listEventsOf(tx: Tx, participantId: string, limit: number) {
  return tx.execute<{
    id: string;
    happened_at: string;
    user_name: string;
    role: string;
    action: AuditAction;
  }>(sql`
    SELECT id, happened_at, user_name, role, action FROM audit_events
     WHERE participant_id = ${participantId} AND NOT (role = 'participant' AND action LIKE '%.read') ORDER BY id DESC LIMIT ${limit}`);
}
