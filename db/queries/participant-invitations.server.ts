import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** How it stands with inviting a participant: when a mail last went, and whether one is on its way. */
export type InvitationState = { sentAt: Date | null; isOnItsWay: boolean };

/** Asks for an invitation, unless one was asked for in the last ten minutes: a button pressed twice is one mail. */
export async function askForInvitation(
  tx: Tx,
  whom: { associationId: number; participantId: string; byName: string },
): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO participant_invitations (association_id, participant_id, asked_by_name)
    SELECT ${whom.associationId}::integer, ${whom.participantId}::uuid, ${whom.byName}
     WHERE NOT EXISTS (SELECT FROM participant_invitations
        WHERE association_id = ${whom.associationId} AND participant_id = ${whom.participantId}
          AND asked_at > now() - interval '10 minutes')
    RETURNING id`);
  return rows[0]?.id ?? null;
}

/** How it stands with inviting this participant. */
export async function readInvitationState(
  tx: Tx,
  whose: { associationId: number; participantId: string },
): Promise<InvitationState> {
  const rows = await tx.execute<{ sent_at: string | null; waits: boolean | null }>(sql`
    SELECT max(sent_at) AS sent_at, bool_or(sent_at IS NULL AND asked_at > now() - interval '1 hour') AS waits
      FROM participant_invitations
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}`);
  const row = rows[0];
  return { sentAt: row?.sent_at ? new Date(row.sent_at) : null, isOnItsWay: row?.waits ?? false };
}

/**
 * Where an invitation goes that has not been sent: the address of the participant as it is now. Null when it has been sent,
 * or the person has no address any more, is protected or has left by `day` (ISO date). As `system`.
 */
export async function findUnsentInvitation(tx: Tx, id: string, day: string): Promise<string | null> {
  const rows = await tx.execute<{ email: string }>(sql`
    SELECT p.email FROM participant_invitations i JOIN participants p ON p.id = i.participant_id
     WHERE i.id = ${id} AND i.sent_at IS NULL AND p.email IS NOT NULL AND p.protected_identity = 'none'
       AND (p.closed_on IS NULL OR p.closed_on > ${day}::date)`);
  return rows[0]?.email ?? null;
}

/** Writes that the mail has gone. As `system`. */
export async function markInvitationSent(tx: Tx, id: string): Promise<void> {
  await tx.execute(
    sql`UPDATE participant_invitations SET sent_at = now() WHERE id = ${id} AND sent_at IS NULL`,
  );
}
