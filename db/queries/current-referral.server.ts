import { sql } from "drizzle-orm";
import type { ReferralStatus } from "#app/domain/profiles/referral-status";
import type { Tx } from "#db/client.server";

/** How the current referral of a participant stands; null when there is none. */
export async function findCurrent(tx: Tx, participantId: string): Promise<{ isOpen: boolean } | null> {
  const rows = await tx.execute<{ status: ReferralStatus; agency_id: number | null }>(sql`
    SELECT status, agency_id FROM referrals WHERE participant_id = ${participantId} AND is_current`);
  const current = rows[0];
  return current ? { isOpen: current.status === "accepted" && current.agency_id !== null } : null;
}

/** Adds or replaces the referral in short. */
export async function saveReferral(
  tx: Tx,
  owner: { participantId: string; associationId: number },
  referral: {
    agencyId: number | null;
    caseWorkerUser: string | null;
    referredOn: string | null;
    purpose: string;
    question: string;
    tried: string;
    wishes: string;
    otherAgencies: number[];
    agenciesAgreed: boolean;
  },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO referrals (association_id, participant_id, agency_id, case_worker_user, referred_on, purpose, question,
                           tried, wishes, other_agencies, agencies_agreed)
    VALUES (${owner.associationId}, ${owner.participantId}, ${referral.agencyId}, ${referral.caseWorkerUser},
            ${referral.referredOn}::date, ${referral.purpose}, ${referral.question}, ${referral.tried}, ${referral.wishes},
            ${sql.param(referral.otherAgencies)}::integer[], ${referral.agenciesAgreed})
    ON CONFLICT (participant_id) WHERE is_current DO UPDATE
       SET agency_id = excluded.agency_id, case_worker_user = excluded.case_worker_user,
           referred_on = excluded.referred_on, purpose = excluded.purpose, question = excluded.question,
           tried = excluded.tried, wishes = excluded.wishes, other_agencies = excluded.other_agencies,
           agencies_agreed = excluded.agencies_agreed`);
}
