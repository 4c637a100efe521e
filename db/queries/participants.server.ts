import { sql } from "drizzle-orm";
import type { Participant, Sex } from "#app/domain/profiles/participant";
import { type ProtectedIdentity, withoutIdentity } from "#app/domain/profiles/protected-identity";
import type { Tx } from "#db/client.server";
import { unlessTaken } from "#db/unique.server";

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
  main_responsible_user: string | null;
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
         p.mapped_on::text, p.closed_on::text, r.main_responsible_user,
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
    mainResponsibleUser: row.main_responsible_user,
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

/**
 * Writes all fields. Answers false when another participant of the association has the reference: the unique index decides,
 * so that of two who take the same one at once only one gets it.
 */
export async function updateParticipant(
  tx: Tx,
  participantId: string,
  fields: ParticipantFields,
): Promise<boolean> {
  const hidden = fields.protectedIdentity !== "none";
  // Where the person lives is hidden, not wiped, while the identity is protected: the form could not show it.
  const update = sql`
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
     WHERE id = ${participantId}`;
  return (await unlessTaken(tx, (inner) => inner.execute(update))) !== null;
}

/** Of those who take in somebody with an address, the others wait until the first is done: an address signs in one person. */
export async function waitForAddress(tx: Tx, associationId: number, email: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtext(${`participant's address ${email.toLowerCase()}`}), ${associationId})`,
  );
}

/** The code that the association used last. */
export async function lastReference(tx: Tx, associationId: number): Promise<string | null> {
  const rows = await tx.execute<{ reference: string }>(sql`
    SELECT reference FROM participants WHERE association_id = ${associationId} AND reference ~ '[0-9]$'
     ORDER BY created_at DESC, reference DESC LIMIT 1`);
  return rows[0]?.reference ?? null;
}

/**
 * Takes back that somebody has left, or with `planned` the end that lies ahead of `day` (ISO date). Answers the day and the
 * outcome that stood there, for the audit trail; null when there was no such end.
 */
export async function reopen(
  tx: Tx,
  participantId: string,
  day: string,
  planned = false,
): Promise<{ closedOn: string; outcome: string | null } | null> {
  const rows = await tx.execute<{ closedOn: string; outcome: string | null }>(sql`
    WITH before AS (
      SELECT id, closed_on, outcome FROM participants
       WHERE id = ${participantId} AND (closed_on > ${day}::date) = ${planned} FOR UPDATE)
    UPDATE participants p SET closed_on = NULL, outcome = NULL, education_form = NULL
      FROM before WHERE p.id = before.id
    RETURNING before.closed_on::text AS "closedOn", before.outcome`);
  return rows[0] ? { closedOn: rows[0].closedOn, outcome: rows[0].outcome } : null;
}

/** Somebody who is enrolled already, and what tells: the address is the person's own, a name with a year may be two's. */
export type Enrolled = { id: string; reference: string; closedOn: string | null; by: "email" | "name" };

/**
 * The participant of an association that this person seems to be: by e-mail address, else by name and year of birth.
 * Of several with the same name the one with this reference comes first. Nobody with a protected identity is ever found so.
 */
export async function findSamePerson(
  tx: Tx,
  associationId: number,
  person: { name: string | null; email: string | null; birthYear: number | null },
  reference: string | null = null,
): Promise<Enrolled | null> {
  const isMail = sql`coalesce(lower(email) = lower(${person.email}::text), false)`;
  const rows = await tx.execute<Enrolled>(sql`
    SELECT id, reference, closed_on::text AS "closedOn", CASE WHEN ${isMail} THEN 'email' ELSE 'name' END AS by
      FROM participants
     WHERE association_id = ${associationId} AND protected_identity = 'none'
       AND (${isMail} OR (lower(name) = lower(${person.name}::text) AND birth_year = ${person.birthYear}::smallint))
     ORDER BY ${isMail} DESC, reference = coalesce(${reference}::text, '') DESC, created_at DESC LIMIT 1`);
  return rows[0] ?? null;
}
