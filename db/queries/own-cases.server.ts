import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** A case as its case worker sees it: the code, the dates, and how the proposals stand. */
export type OwnCaseRow = {
  reference: string;
  /** The referral by which it is the case worker's. */
  referralId: string;
  purpose: string;
  question: string;
  referredOn: string | null;
  mappedOn: string | null;
  closedOn: string | null;
  /** Whether a part of the kartläggning has been opened to the case worker. */
  isOpened: boolean;
  proposals: { status: string; updatedOn: string }[];
};

/** The actor's own cases (row level security decides which), the newest referral first. */
export async function listOwnCases(tx: Tx, userId: string): Promise<OwnCaseRow[]> {
  const rows = await tx.execute<{
    reference: string;
    referral_id: string;
    purpose: string;
    question: string;
    referred_on: string | null;
    mapped_on: string | null;
    closed_on: string | null;
    is_opened: boolean;
    proposals: { status: string; updatedOn: string }[];
  }>(sql`
    SELECT p.reference, r.id AS referral_id, r.purpose, r.question, r.referred_on::text, p.mapped_on::text, p.closed_on::text,
           EXISTS (SELECT FROM profile_parts k WHERE k.participant_id = p.id AND k.visibility = 'case_worker') AS is_opened,
           coalesce((SELECT jsonb_agg(jsonb_build_object('status', o.status,
                       'updatedOn', (o.updated_at AT TIME ZONE 'Europe/Stockholm')::date) ORDER BY o.updated_at)
                       FROM proposals o WHERE o.participant_id = p.id), '[]') AS proposals
      FROM referrals r JOIN participants p ON p.id = r.participant_id
     WHERE r.case_worker_user = ${userId} AND r.is_current
     ORDER BY p.closed_on IS NOT NULL, r.referred_on DESC NULLS LAST, p.reference`);
  return rows.map((row) => ({
    reference: row.reference,
    referralId: row.referral_id,
    purpose: row.purpose,
    question: row.question,
    referredOn: row.referred_on,
    mappedOn: row.mapped_on,
    closedOn: row.closed_on,
    isOpened: row.is_opened,
    proposals: row.proposals,
  }));
}
