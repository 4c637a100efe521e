import { sql } from "drizzle-orm";
import type { AgreementAction } from "#app/domain/agreements/policy";
import type { AuditAction } from "#app/domain/audit/actions";
import type { ExceptionAction } from "#app/domain/followups/exception-policy";
import type { AttendanceAction } from "#app/domain/followups/policy";
import type { RatingAction } from "#app/domain/followups/rating-policy";
import type { Actor } from "#app/domain/identity/actor";
import type { ProposalAction } from "#app/domain/matching/policy";
import type { ProfileAction } from "#app/domain/profiles/policy";
import type { CaseAction } from "#app/domain/profiles/referral-policy";
import { planOnce, type Tx } from "#db/client.server";

/** What somebody may be refused, by the policies' own words. */
type Wanted =
  | AgreementAction
  | AttendanceAction
  | CaseAction
  | ProfileAction
  | ProposalAction
  | ExceptionAction
  | RatingAction;

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
  await planOnce(tx).execute(sql`
    INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id, subject, details)
    VALUES (${event.associationId}, ${actor.userId}, ${actor.name}, ${actor.role}, ${event.action},
      ${event.participantId}, ${event.subject ?? ""}, ${JSON.stringify(event.details ?? {})}::jsonb)`);
}

/** Writes down that somebody tried what they may not, or what is not there for them. Never whose it is. */
export function recordDenied(tx: Tx, actor: Actor, wanted: Wanted, subject: string): Promise<void> {
  return recordEvent(tx, actor, {
    action: "access.denied",
    associationId: actor.associationId,
    participantId: null,
    subject: subject.slice(0, 40),
    details: { wanted },
  });
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
