import { sql } from "drizzle-orm";
import type { StillOpen } from "#app/domain/profiles/closing";
import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import type { Tx } from "#db/client.server";
import { isOpen } from "#db/queries/proposals.server";

/** Open proposals, and agreements that hold a slot or wait for signatures or apply. */
export async function listStillOpen(tx: Tx, participantId: string): Promise<StillOpen[]> {
  const rows = await tx.execute<StillOpen>(sql`
    SELECT 'proposal' AS kind, o.id, l.title, l.employer_name AS "employerName"
      FROM proposals o JOIN placements l ON l.id = o.placement_id
     WHERE o.participant_id = ${participantId} AND ${isOpen}
    UNION ALL
    SELECT 'agreement', g.id, l.title, l.employer_name
      FROM agreements g JOIN placements l ON l.id = g.placement_id
     WHERE g.participant_id = ${participantId}
       AND (g.holds_slot OR g.status IN ('out_for_signature', 'in_force'))
     ORDER BY 1 DESC, 3, 2`);
  return [...rows];
}

/** Writes that somebody has left, and how; an end that was planned for later comes now. Answers false when it stood there already. */
export async function close(
  tx: Tx,
  participantId: string,
  day: string,
  outcome: ParticipantOutcome,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE participants SET closed_on = ${day}::date, outcome = ${outcome}
     WHERE id = ${participantId} AND (closed_on IS NULL OR closed_on > ${day}::date) RETURNING 1`);
  return rows.length > 0;
}

/**
 * Frees the slots that agreed proposals still hold: an agreement would have taken them over, and none was drawn up. The
 * database counts (0045). Answers the proposals.
 */
export async function freeAgreedSlots(tx: Tx, participantId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    UPDATE proposals SET holds_slot = false, hold_until = NULL, updated_at = now()
     WHERE participant_id = ${participantId} AND status = 'agreed' AND holds_slot RETURNING id`);
  return rows.map(({ id }) => id);
}

/** The participant's referrals that were accepted and have not ended. */
export async function listAccepted(tx: Tx, participantId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM referrals WHERE participant_id = ${participantId} AND status = 'accepted' ORDER BY id FOR UPDATE`);
  return rows.map(({ id }) => id);
}
