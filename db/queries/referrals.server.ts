import { sql } from "drizzle-orm";
import type { Sex } from "#app/domain/profiles/participant";
import type { ProtectedIdentity } from "#app/domain/profiles/protected-identity";
import type { ReferralCase } from "#app/domain/profiles/referral";
import type { CloseReason, ReferralStatus, ReturnReason, Sender } from "#app/domain/profiles/referral-status";
import { planOnce, type Tx } from "#db/client.server";

type Row = {
  id: string;
  association_id: number;
  status: ReferralStatus;
  is_current: boolean;
  participant_id: string | null;
  reference: string | null;
  is_hidden: boolean;
  agency_id: number | null;
  agency: string | null;
  case_worker_user: string | null;
  sent_by_role: Sender;
  sent_by_user: string | null;
  sent_by_name: string;
  referred_on: string | null;
  purpose: string;
  question: string;
  tried: string;
  wishes: string;
  other_agencies: { id: number; name: string }[];
  agencies_agreed: boolean;
  person_protected: ProtectedIdentity;
  person_name: string | null;
  person_email: string | null;
  person_phone: string | null;
  person_sex: Sex | null;
  person_birth_year: number | null;
  person_municipality: string | null;
  municipality: string | null;
  decision: string;
  decided_on: string | null;
  main_responsible_user: string | null;
  main_responsible_name: string;
  return_reason: ReturnReason | null;
  return_text: string;
  close_reason: CloseReason | null;
  closed_on: string | null;
  updated_at: string;
};

// A participant whom the reader may not meet (a case worker before the referral is accepted) has no code here.
const isHidden = sql`(coalesce(p.protected_identity, r.person_protected) <> 'none')`;
const selectReferral = sql`
  SELECT r.id, r.association_id, r.status, r.is_current, r.participant_id, p.reference, ${isHidden} AS is_hidden,
         r.agency_id, a.name AS agency, r.case_worker_user, r.sent_by_role, r.sent_by_user, r.sent_by_name,
         r.referred_on::text, r.purpose, r.question, r.tried, r.wishes, r.agencies_agreed,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
                     FROM commissioning_agencies o WHERE o.id = ANY (r.other_agencies)), '[]') AS other_agencies,
         r.person_protected, r.person_name, r.person_email, r.person_phone, r.person_sex, r.person_birth_year,
         r.person_municipality, m.name AS municipality, r.decision, r.decided_on::text, r.main_responsible_user,
         r.main_responsible_name, r.return_reason, r.return_text, r.close_reason, r.closed_on::text, r.updated_at
    FROM referrals r
    LEFT JOIN participants p ON p.id = r.participant_id
    LEFT JOIN commissioning_agencies a ON a.id = r.agency_id
    LEFT JOIN municipalities m ON m.code = r.person_municipality`;

/** One referral, or null when there is none or row level security hides it. Writes no audit event. */
export async function findReferral(tx: Tx, id: string): Promise<ReferralCase | null> {
  const rows = await tx.execute<Row>(sql`${selectReferral} WHERE r.id = ${id}`);
  return rows[0] ? toReferral(rows[0]) : null;
}

/** The association's referral whose id begins like this: what a code read out on the telephone means. */
export async function findByCode(tx: Tx, associationId: number, beginning: string): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT id FROM referrals WHERE association_id = ${associationId} AND id::text LIKE ${`${beginning}%`}
     ORDER BY created_at DESC LIMIT 1`);
  return rows[0]?.id ?? null;
}

/** The referrals of one participant, the newest first. */
export async function listReferralsOf(tx: Tx, participantId: string): Promise<ReferralCase[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectReferral} WHERE r.participant_id = ${participantId} ORDER BY r.created_at DESC, r.id`);
  return rows.map(toReferral);
}

/** One page of the association's referrals in some states, the longest waiting first; protected identities are in no list. */
export async function listReferrals(
  tx: Tx,
  filter: { associationId: number; statuses: readonly ReferralStatus[] },
  page: { limit: number; offset: number },
): Promise<{ rows: ReferralCase[]; total: number; hidden: number }> {
  const within = sql`r.association_id = ${filter.associationId}
    AND r.status = ANY (${sql.param([...filter.statuses])}::text[])`;
  const counted = await planOnce(tx).execute<{ total: number; hidden: number }>(sql`
    SELECT count(*) FILTER (WHERE NOT ${isHidden})::integer AS total, count(*) FILTER (WHERE ${isHidden})::integer AS hidden
      FROM referrals r LEFT JOIN participants p ON p.id = r.participant_id WHERE ${within}`);
  const rows = await planOnce(tx).execute<Row>(sql`
    ${selectReferral} WHERE ${within} AND NOT ${isHidden}
     ORDER BY coalesce(r.referred_on, (r.created_at AT TIME ZONE 'Europe/Stockholm')::date), r.created_at, r.id
     LIMIT ${page.limit} OFFSET ${page.offset}`);
  return {
    rows: rows.map(toReferral),
    total: counted[0]?.total ?? 0,
    hidden: counted[0]?.hidden ?? 0,
  };
}

/** The referrals that one case worker has sent, or is case worker of; the newest change first. */
export async function listReferralsOfCaseWorker(tx: Tx, userId: string): Promise<ReferralCase[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectReferral} WHERE r.case_worker_user = ${userId} AND r.sent_by_role = 'case_worker'
     ORDER BY array_position('{returned,sent,taken_up,accepted,withdrawn,closed}'::text[], r.status), r.updated_at DESC, r.id
     LIMIT 100`);
  return rows.map(toReferral);
}

function toReferral(row: Row): ReferralCase {
  const hidden = row.is_hidden;
  return {
    id: row.id,
    associationId: row.association_id,
    status: row.status,
    isCurrent: row.is_current,
    participantId: row.participant_id,
    reference: row.reference,
    isHidden: hidden,
    agencyId: row.agency_id,
    agency: row.agency,
    caseWorkerUser: row.case_worker_user,
    sentByRole: row.sent_by_role,
    sentByUser: row.sent_by_user,
    sentByName: row.sent_by_name,
    referredOn: row.referred_on,
    purpose: row.purpose,
    question: row.question,
    tried: row.tried,
    wishes: row.wishes,
    otherAgencies: row.other_agencies,
    agenciesAgreed: row.agencies_agreed,
    person: {
      protectedIdentity: row.person_protected,
      name: row.person_name,
      email: row.person_email,
      phone: row.person_phone,
      sex: row.person_sex,
      birthYear: row.person_birth_year,
      municipalityCode: hidden ? null : row.person_municipality,
      municipality: hidden ? null : row.municipality,
    },
    decision: row.decision,
    decidedOn: row.decided_on,
    mainResponsibleUser: row.main_responsible_user,
    mainResponsibleName: row.main_responsible_name,
    returnReason: row.return_reason,
    returnText: row.return_text,
    closeReason: row.close_reason,
    closedOn: row.closed_on,
    updatedAt: new Date(row.updated_at).toISOString(),
  };
}
