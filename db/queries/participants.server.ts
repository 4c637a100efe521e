import { sql } from "drizzle-orm";
import type { ListedParticipant, Participant, Sex } from "#app/domain/profiles/participant";
import { type ProtectedIdentity, withoutIdentity } from "#app/domain/profiles/protected-identity";
import type { WorkProfileStatus } from "#app/domain/profiles/work-profile";
import type { Tx } from "#db/client.server";
import { isOpen } from "#db/queries/proposals.server";

type ParticipantRow = {
  id: string;
  association_id: number;
  reference: string;
  version: number;
  protected_identity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  sex: Sex;
  birth_year: number | null;
  municipality_code: string | null;
  municipality: string | null;
  locality: string | null;
  mapped_on: string | null;
  closed_on: string | null;
  agency_id: number | null;
  agency: string | null;
  case_worker_user: string | null;
  referred_on: string | null;
  purpose: string | null;
  question: string | null;
  tried: string | null;
  wishes: string | null;
  other_agencies: number[] | null;
  agencies_agreed: boolean | null;
};

const selectParticipant = sql`
  SELECT p.id, p.association_id, p.reference, p.version, p.protected_identity, p.name, p.email, p.sex,
         p.birth_year, p.municipality_code, m.name AS municipality, p.locality,
         p.mapped_on::text, p.closed_on::text,
         r.agency_id, a.name AS agency, r.case_worker_user, r.referred_on::text, r.purpose, r.question,
         r.tried, r.wishes, r.other_agencies, r.agencies_agreed
    FROM participants p
    LEFT JOIN municipalities m ON m.code = p.municipality_code
    LEFT JOIN referrals r ON r.participant_id = p.id AND r.is_current
    LEFT JOIN commissioning_agencies a ON a.id = r.agency_id`;

/**
 * The participant with this reference, or null when there is none or row level security hides it. A protected identity
 * comes without name, mail and place. Writes no audit event: the service does.
 */
export async function findByReference(tx: Tx, reference: string): Promise<Participant | null> {
  const rows = await tx.execute<ParticipantRow>(sql`
    ${selectParticipant} WHERE p.reference = ${reference} ORDER BY p.association_id LIMIT 1`);
  return rows[0] ? toParticipant(rows[0]) : null;
}

/** The same by id. */
export async function findById(tx: Tx, participantId: string): Promise<Participant | null> {
  const rows = await tx.execute<ParticipantRow>(sql`${selectParticipant} WHERE p.id = ${participantId}`);
  return rows[0] ? toParticipant(rows[0]) : null;
}

/** Locks the participant's row until the transaction ends; answers its version, or null when it is not reachable. */
export async function lockVersion(tx: Tx, participantId: string): Promise<number | null> {
  const rows = await tx.execute<{ version: number }>(sql`
    SELECT version FROM participants WHERE id = ${participantId} FOR UPDATE`);
  return rows[0]?.version ?? null;
}

function toParticipant(row: ParticipantRow): Participant {
  return withoutIdentity({
    id: row.id,
    associationId: row.association_id,
    reference: row.reference,
    version: row.version,
    protectedIdentity: row.protected_identity,
    name: row.name,
    email: row.email,
    sex: row.sex,
    birthYear: row.birth_year,
    municipalityCode: row.municipality_code,
    municipality: row.municipality,
    locality: row.locality,
    mappedOn: row.mapped_on,
    closedOn: row.closed_on,
    referral: {
      agencyId: row.agency_id,
      agency: row.agency,
      caseWorkerUser: row.case_worker_user,
      caseWorkerName: null,
      referredOn: row.referred_on,
      purpose: row.purpose ?? "",
      question: row.question ?? "",
      tried: row.tried ?? "",
      wishes: row.wishes ?? "",
      otherAgencies: row.other_agencies ?? [],
      agenciesAgreed: row.agencies_agreed ?? false,
    },
  });
}

/** What staff may write about a participant. */
export type ParticipantFields = {
  reference: string;
  protectedIdentity: ProtectedIdentity;
  name: string | null;
  email: string | null;
  sex: Sex;
  birthYear: number | null;
  municipalityCode: string | null;
  locality: string | null;
};

/** Adds a participant. Answers its id, or null when the association already uses the reference. */
export async function insertParticipant(
  tx: Tx,
  associationId: number,
  fields: ParticipantFields,
): Promise<string | null> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO participants (association_id, reference, protected_identity, name, email, sex, birth_year,
                              municipality_code, locality)
    VALUES (${associationId}, ${fields.reference}, ${fields.protectedIdentity}, ${fields.name}, ${fields.email},
            ${fields.sex}, ${fields.birthYear}, ${fields.municipalityCode}, ${fields.locality})
    ON CONFLICT (association_id, reference) DO NOTHING
    RETURNING id`);
  return rows[0]?.id ?? null;
}

/** Writes all fields. Answers false when another participant of the association has the reference. */
export async function updateParticipant(
  tx: Tx,
  participantId: string,
  fields: ParticipantFields,
): Promise<boolean> {
  const taken = await tx.execute(sql`
    SELECT 1 FROM participants o JOIN participants p ON p.id = ${participantId}
     WHERE o.association_id = p.association_id AND o.reference = ${fields.reference} AND o.id <> p.id`);
  if (taken.length > 0) return false;
  const hidden = fields.protectedIdentity !== "none";
  // Where the person lives is hidden, not wiped, while the identity is protected: the form could not show it.
  await tx.execute(sql`
    UPDATE participants
       SET reference = ${fields.reference}, name = ${fields.name}, email = ${fields.email}, sex = ${fields.sex},
           birth_year = ${fields.birthYear},
           municipality_code = CASE WHEN ${hidden} THEN municipality_code
             WHEN protected_identity <> 'none' THEN coalesce(${fields.municipalityCode}, municipality_code)
             ELSE ${fields.municipalityCode} END,
           locality = CASE WHEN ${hidden} THEN locality
             WHEN protected_identity <> 'none' THEN coalesce(${fields.locality}, locality)
             ELSE ${fields.locality} END,
           protected_identity = ${fields.protectedIdentity}
     WHERE id = ${participantId}`);
  return true;
}

/**
 * Takes the name away from what employers have been told and from what the person did: the reference stands there
 * instead. The audit trail keeps what it says.
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
}

/** The day the kartläggning was first complete; later days change nothing. */
export async function setMappedOn(tx: Tx, participantId: string, day: string): Promise<void> {
  await tx.execute(sql`
    UPDATE participants SET mapped_on = ${day}::date WHERE id = ${participantId} AND mapped_on IS NULL`);
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

/** What the list is narrowed to. `outdatedBefore` comes from domain/profiles/status.ts. */
export type ParticipantFilter = {
  associationId: number;
  reference: string | null;
  municipalityCode: string | null;
  status: WorkProfileStatus | "none" | "closed" | null;
  outdatedBefore: Date;
  day: string;
};

type ListRow = {
  reference: string;
  hidden: boolean;
  municipality: string | null;
  status: ListedParticipant["status"];
  has_consent: boolean;
  open_proposals: number;
  updated_on: string;
};

/** A protected identity is found by its whole reference and by nothing else. */
function matching(filter: ParticipantFilter) {
  const prefix = filter.reference === null ? null : `${filter.reference.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`
    FROM participants p
    LEFT JOIN municipalities m ON m.code = p.municipality_code
    LEFT JOIN work_profiles w ON w.participant_id = p.id
    CROSS JOIN LATERAL (SELECT CASE
      WHEN w.status IS NULL THEN 'none'
      WHEN w.status IN ('complete', 'confirmed')
        AND greatest(w.updated_at, w.confirmed_at) < ${filter.outdatedBefore.toISOString()}::timestamptz
        THEN 'outdated'
      ELSE w.status END AS status) s
   WHERE p.association_id = ${filter.associationId}
     AND ((p.closed_on IS NOT NULL AND p.closed_on <= ${filter.day}::date) = ${filter.status === "closed"})
     AND (${filter.status === null || filter.status === "closed"} OR s.status = ${filter.status ?? ""})
     AND (${filter.municipalityCode}::text IS NULL OR p.municipality_code = ${filter.municipalityCode})
     AND (${prefix}::text IS NULL OR p.reference ILIKE ${prefix})
     AND (p.protected_identity = 'none'
          OR (upper(p.reference) = upper(${filter.reference ?? ""}) AND ${filter.municipalityCode}::text IS NULL))`;
}

/** One page of the list, by reference, and how many there are in all. */
export async function listParticipants(
  tx: Tx,
  filter: ParticipantFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: ListedParticipant[]; total: number }> {
  const counted = await tx.execute<{ total: number }>(
    sql`SELECT count(*)::integer AS total ${matching(filter)}`,
  );
  const rows = await tx.execute<ListRow>(sql`
    SELECT p.reference, p.protected_identity <> 'none' AS hidden,
           CASE WHEN p.protected_identity = 'none' THEN m.name END AS municipality, s.status,
           EXISTS (SELECT FROM consents c WHERE c.participant_id = p.id AND c.purpose = 'present_to_employers'
                     AND c.withdrawn_at IS NULL AND ${filter.day}::date BETWEEN c.valid_from AND c.valid_until)
             AS has_consent,
           (SELECT count(*)::integer FROM proposals o WHERE o.participant_id = p.id AND ${isOpen})
             AS open_proposals,
           (greatest(p.updated_at, w.updated_at) AT TIME ZONE 'Europe/Stockholm')::date::text AS updated_on
      ${matching(filter)}
     ORDER BY p.reference, p.id
     LIMIT ${page.limit} OFFSET ${page.offset}`);
  return {
    total: counted[0]?.total ?? 0,
    rows: rows.map((row) => ({
      reference: row.reference,
      hidden: row.hidden,
      municipality: row.municipality,
      status: row.status,
      hasConsent: row.has_consent,
      openProposals: row.open_proposals,
      updatedOn: row.updated_on,
    })),
  };
}

/** How many of the association's open cases are kept out of the list. */
export async function countHidden(tx: Tx, associationId: number, day: string): Promise<number> {
  const rows = await tx.execute<{ hidden: number }>(sql`
    SELECT count(*)::integer AS hidden FROM participants
     WHERE association_id = ${associationId} AND protected_identity <> 'none'
       AND (closed_on IS NULL OR closed_on > ${day}::date)`);
  return rows[0]?.hidden ?? 0;
}

/** The municipalities that the association serves, by name. */
export async function listMunicipalities(
  tx: Tx,
  associationId: number,
): Promise<{ code: string; name: string }[]> {
  const rows = await tx.execute<{ code: string; name: string }>(sql`
    SELECT m.code, m.name FROM association_municipalities am JOIN municipalities m ON m.code = am.municipality_code
     WHERE am.association_id = ${associationId} ORDER BY m.name`);
  return rows.map(({ code, name }) => ({ code, name }));
}

/** Every commissioning agency, by name. */
export async function listAgencies(tx: Tx): Promise<{ id: number; name: string }[]> {
  const rows = await tx.execute<{ id: number; name: string }>(
    sql`SELECT id, name FROM commissioning_agencies ORDER BY name`,
  );
  return rows.map(({ id, name }) => ({ id, name }));
}

/** A case as its case worker sees it: the code, the dates, and how the proposals stand. */
export type OwnCaseRow = {
  reference: string;
  referredOn: string | null;
  mappedOn: string | null;
  closedOn: string | null;
  proposals: { status: string; updatedOn: string }[];
};

/** The actor's own cases (row level security decides which), the newest referral first. */
export async function listOwnCases(tx: Tx, userId: string): Promise<OwnCaseRow[]> {
  const rows = await tx.execute<{
    reference: string;
    referred_on: string | null;
    mapped_on: string | null;
    closed_on: string | null;
    proposals: { status: string; updatedOn: string }[];
  }>(sql`
    SELECT p.reference, r.referred_on::text, p.mapped_on::text, p.closed_on::text,
           coalesce((SELECT jsonb_agg(jsonb_build_object('status', o.status,
                       'updatedOn', (o.updated_at AT TIME ZONE 'Europe/Stockholm')::date) ORDER BY o.updated_at)
                       FROM proposals o WHERE o.participant_id = p.id), '[]') AS proposals
      FROM referrals r JOIN participants p ON p.id = r.participant_id
     WHERE r.case_worker_user = ${userId} AND r.is_current
     ORDER BY p.closed_on IS NOT NULL, r.referred_on DESC NULLS LAST, p.reference`);
  return rows.map((row) => ({
    reference: row.reference,
    referredOn: row.referred_on,
    mappedOn: row.mapped_on,
    closedOn: row.closed_on,
    proposals: row.proposals,
  }));
}
