import { sql } from "drizzle-orm";
import type { ReferralStatus, Sender } from "#app/domain/profiles/referral-status";
import type { SuggestionStatus } from "#app/domain/profiles/suggestion";
import type { Tx } from "#db/client.server";

/** What a mail about a referral depends on: nothing about whom it concerns. */
export async function findMailedReferral(tx: Tx, id: string) {
  const rows = await tx.execute<{
    status: ReferralStatus;
    associationId: number;
    sentByRole: Sender;
    sentByUser: string | null;
  }>(sql`
    SELECT status, association_id AS "associationId", sent_by_role AS "sentByRole", sent_by_user AS "sentByUser"
      FROM referrals WHERE id = ${id}`);
  return rows[0] ?? null;
}

/** What a mail about a suggestion depends on. */
export async function findMailedSuggestion(tx: Tx, id: string) {
  const rows = await tx.execute<{
    status: SuggestionStatus;
    associationId: number;
    participantId: string;
  }>(sql`
    SELECT status, association_id AS "associationId", participant_id AS "participantId"
      FROM workplace_suggestions WHERE id = ${id}`);
  return rows[0] ?? null;
}

// The next three read accounts: as the sign-in code (db/identity.server.ts).

/** The association's coordinators. */
export async function listCoordinators(tx: Tx, associationId: number): Promise<string[]> {
  const rows = await tx.execute<{ user_id: string }>(sql`
    SELECT DISTINCT user_id FROM memberships WHERE role = 'coordinator' AND association_id = ${associationId} ORDER BY 1`);
  return rows.map(({ user_id }) => user_id);
}

/** Where to write to somebody who still belongs to the association; null when not, or when no such mail is wanted. */
export async function findMailOf(tx: Tx, userId: string, associationId: number): Promise<string | null> {
  const rows = await tx.execute<{ email: string }>(sql`
    SELECT u.email FROM auth_users u WHERE u.id = ${userId} AND wants_mail(u.id, 'incoming')
       AND EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.association_id = ${associationId})`);
  return rows[0]?.email ?? null;
}

/** Where to write to a participant: the account's address; null without one, as with a protected identity, or unwanted. */
export async function findParticipantMail(tx: Tx, participantId: string): Promise<string | null> {
  const rows = await tx.execute<{ email: string }>(sql`
    SELECT u.email FROM memberships m JOIN auth_users u ON u.id = m.user_id
     WHERE m.participant_id = ${participantId} AND wants_mail(u.id, 'incoming')`);
  return rows[0]?.email ?? null;
}
