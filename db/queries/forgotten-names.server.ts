import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/**
 * Takes a participant's name away from what employers have been told and from everything that the person did: the
 * reference stands there instead, in the audit trail too. Call it when the identity is protected already and before the
 * account is ended.
 */
export async function forgetName(tx: Tx, participantId: string, reference: string): Promise<void> {
  await tx.execute(sql`UPDATE disclosures SET name = NULL WHERE participant_id = ${participantId}`);
  await tx.execute(sql`
    UPDATE proposal_events SET by_name = ${reference}
     WHERE by_role = 'participant'
       AND proposal_id IN (SELECT id FROM proposals WHERE participant_id = ${participantId})`);
  await tx.execute(sql`
    UPDATE consents SET recorded_by_name = ${reference}
     WHERE participant_id = ${participantId} AND given_how = 'self'`);
  await tx.execute(sql`
    UPDATE referral_events SET by_name = ${reference}
     WHERE by_role = 'participant'
       AND referral_id IN (SELECT id FROM referrals WHERE participant_id = ${participantId})`);
  await tx.execute(sql`
    UPDATE referrals
       SET sent_by_name = CASE sent_by_role WHEN 'participant' THEN ${reference} ELSE sent_by_name END,
           person_name = NULL, person_email = NULL, person_phone = NULL
     WHERE participant_id = ${participantId}`);
  await tx.execute(sql`
    UPDATE suggestion_events SET by_name = ${reference}
     WHERE by_role = 'participant'
       AND suggestion_id IN (SELECT id FROM workplace_suggestions WHERE participant_id = ${participantId})`);
  // Also what was refused: there the event knows who tried, not about whom.
  await tx.execute(sql`
    UPDATE audit_events SET user_name = ${reference}
     WHERE role = 'participant' AND user_name <> ${reference}
       AND user_id IN (SELECT user_id FROM audit_events WHERE participant_id = ${participantId} AND role = 'participant')`);
}
