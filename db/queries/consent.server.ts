import { type SQL, sql } from "drizzle-orm";
import type { Consent, ConsentPurpose, GivenHow } from "#app/domain/consent/consent";
import type { Tx } from "#db/client.server";

/** Whether a consent to be shown to employers holds on a day: it has begun, has not ended, and is not withdrawn. */
export function consentHolds(participantId: SQL | string, day: SQL | string): SQL {
  return sql`EXISTS (
    SELECT FROM consents c
     WHERE c.participant_id = ${participantId} AND c.purpose = 'present_to_employers' AND c.withdrawn_at IS NULL
       AND ${day}::date BETWEEN c.valid_from AND c.valid_until)`;
}

/**
 * Whether employers may be shown this participant's anonymous card on a day (ISO date): the consent holds, and the person
 * has not left. domain.md "Proposal": guard of `presented`.
 */
export async function hasConsentToPresent(tx: Tx, participantId: string, day: string): Promise<boolean> {
  const rows = await tx.execute<{ given: boolean }>(sql`
    SELECT ${consentHolds(sql`p.id`, day)} AS given FROM participants p
     WHERE p.id = ${participantId} AND (p.closed_on IS NULL OR p.closed_on > ${day}::date)`);
  return rows[0]?.given ?? false;
}

/**
 * The same, for a step that rests on it: a consent that is just being withdrawn is waited for, and one that is there
 * cannot be withdrawn before the step is written.
 */
export async function lockConsentToPresent(tx: Tx, participantId: string, day: string): Promise<boolean> {
  await tx.execute(sql`
    SELECT FROM consents WHERE participant_id = ${participantId} AND purpose = 'present_to_employers' FOR SHARE`);
  return hasConsentToPresent(tx, participantId, day);
}

/** Two who write a consent of the same participant wait for each other: the later one sees what the first wrote. */
export async function lockConsents(tx: Tx, participantId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`consents ${participantId}`}, 0))`);
}

type Row = {
  id: string;
  purpose: ConsentPurpose;
  text_version: string;
  language: string;
  given_how: GivenHow;
  recorded_by_name: string;
  valid_from: string;
  valid_until: string;
  withdrawn_at: string | null;
};

/** Every consent of one participant, the newest first; withdrawn and ended ones too. */
export async function listConsents(tx: Tx, participantId: string): Promise<Consent[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT id, purpose, text_version, language, given_how, recorded_by_name,
           valid_from::text, valid_until::text, withdrawn_at
      FROM consents WHERE participant_id = ${participantId}
     ORDER BY valid_from DESC, withdrawn_at DESC NULLS FIRST, id`);
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    textVersion: row.text_version,
    language: row.language,
    givenHow: row.given_how,
    recordedByName: row.recorded_by_name,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    withdrawnAt: row.withdrawn_at === null ? null : new Date(row.withdrawn_at),
  }));
}

/** Adds a consent and answers its id. */
export async function insertConsent(
  tx: Tx,
  consent: Omit<Consent, "id" | "withdrawnAt"> & { associationId: number; participantId: string },
): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO consents (association_id, participant_id, purpose, text_version, language, given_how,
                          recorded_by_name, valid_from, valid_until)
    VALUES (${consent.associationId}, ${consent.participantId}, ${consent.purpose}, ${consent.textVersion},
            ${consent.language}, ${consent.givenHow}, ${consent.recordedByName}, ${consent.validFrom}::date,
            ${consent.validUntil}::date)
    RETURNING id`);
  return rows[0]!.id;
}

/** Withdraws every consent for this purpose that is not withdrawn. Answers how many ended by it. */
export async function withdrawConsents(
  tx: Tx,
  participantId: string,
  purpose: ConsentPurpose,
): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE consents SET withdrawn_at = now()
     WHERE participant_id = ${participantId} AND purpose = ${purpose} AND withdrawn_at IS NULL
    RETURNING id`);
  return rows.length;
}
