import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/identity/actor";
import type { ParticipantRow } from "#app/domain/import/participant-row";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import type { Tx } from "#db/client.server";

// Set-wise, as db/queries/import.server.ts. Row level security keeps every row inside the actor's association.

export type KnownParticipant = { id: string; hidden: boolean; municipalityCode: string | null };

/** The association's participants among some references. */
export async function findParticipants(tx: Tx, associationId: number, references: string[]) {
  const rows = await tx.execute<KnownParticipant & { reference: string }>(sql`
    SELECT id, reference, protected_identity <> 'none' AS hidden, municipality_code AS "municipalityCode" FROM participants
     WHERE association_id = ${associationId}
       AND reference IN (SELECT jsonb_array_elements_text(${JSON.stringify(references)}::jsonb))`);
  return new Map<string, KnownParticipant>(rows.map((row) => [row.reference, row]));
}

/** The ids of commissioning agencies by lower-case name; those that nobody has named before are added. */
export async function ensureAgencies(tx: Tx, names: string[]): Promise<Map<string, number>> {
  const known = async () => {
    const rows = await tx.execute<{ id: number; name: string }>(
      sql`SELECT id, name FROM commissioning_agencies`,
    );
    return new Map(rows.map((row) => [row.name.toLowerCase(), row.id]));
  };
  const before = await known();
  const fresh = names.filter((name) => !before.has(name.toLowerCase()));
  if (fresh.length === 0) return before;
  await tx.execute(sql`
    INSERT INTO commissioning_agencies (name)
    SELECT DISTINCT ON (lower(value)) value FROM jsonb_array_elements_text(${JSON.stringify(fresh)}::jsonb)
    ON CONFLICT (name) DO NOTHING`);
  return known();
}

export type ParticipantToWrite = Omit<ParticipantRow, "municipality" | "agency"> & {
  municipalityCode: string | null;
  agencyId: number | null;
};

/**
 * Adds participants and mends what the file knows; unknown (null) takes nothing away. Answers what changed by
 * reference: id, and whether the person is new.
 */
export async function upsertParticipants(tx: Tx, associationId: number, participants: ParticipantToWrite[]) {
  const rows = await tx.execute<{ id: string; reference: string; inserted: boolean }>(sql`
    INSERT INTO participants AS p (association_id, reference, sex, birth_year, municipality_code, locality, education,
           household, income_source, obstacles, mapped_on, closed_on, outcome, education_form)
    SELECT ${associationId}, x.reference, CASE WHEN x.sex = 'okant' THEN coalesce(old.sex, 'okant') ELSE x.sex END,
           coalesce(x."birthYear", old.birth_year), coalesce(x."municipalityCode", old.municipality_code),
           coalesce(x.locality, old.locality), coalesce(x.education, old.education),
           coalesce(x.household, old.household), coalesce(x."incomeSource", old.income_source), x.obstacles,
           coalesce(x."mappedOn", old.mapped_on), coalesce(x."closedOn", old.closed_on),
           coalesce(x.outcome, old.outcome), coalesce(x."educationForm", old.education_form)
      FROM jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) AS x(reference text, sex text,
           "birthYear" smallint, "municipalityCode" text, locality text, education text, household text,
           "incomeSource" text, obstacles text[], "mappedOn" date, "closedOn" date, outcome text, "educationForm" text)
      LEFT JOIN participants old ON old.association_id = ${associationId} AND old.reference = x.reference
     ORDER BY x.reference
    ON CONFLICT (association_id, reference) DO UPDATE
       SET sex = excluded.sex, birth_year = excluded.birth_year, municipality_code = excluded.municipality_code,
           locality = excluded.locality, education = excluded.education, household = excluded.household,
           income_source = excluded.income_source, obstacles = excluded.obstacles, mapped_on = excluded.mapped_on,
           closed_on = excluded.closed_on, outcome = excluded.outcome, education_form = excluded.education_form,
           updated_at = now()
     WHERE (p.sex, p.birth_year, p.municipality_code, p.locality, p.education, p.household, p.income_source, p.obstacles,
            p.mapped_on, p.closed_on, p.outcome, p.education_form)
           IS DISTINCT FROM
           (excluded.sex, excluded.birth_year, excluded.municipality_code, excluded.locality, excluded.education,
            excluded.household, excluded.income_source, excluded.obstacles, excluded.mapped_on, excluded.closed_on,
            excluded.outcome, excluded.education_form)
    RETURNING id, reference, (xmax = 0) AS inserted`);
  return new Map(rows.map((row) => [row.reference, { id: row.id, inserted: row.inserted }]));
}

export type ReferralToWrite = { participantId: string; agencyId: number | null; referredOn: string | null };

/** Adds referrals and mends what the file knows. Answers the participants whose referral changed. */
export async function upsertReferrals(tx: Tx, associationId: number, referrals: ReferralToWrite[]) {
  const rows = await tx.execute<{ participant_id: string }>(sql`
    INSERT INTO referrals AS r (association_id, participant_id, agency_id, referred_on)
    SELECT ${associationId}, x."participantId", x."agencyId", x."referredOn"
      FROM jsonb_to_recordset(${JSON.stringify(referrals)}::jsonb)
           AS x("participantId" uuid, "agencyId" integer, "referredOn" date)
     ORDER BY 2
    ON CONFLICT (participant_id) WHERE is_current DO UPDATE
       SET agency_id = coalesce(excluded.agency_id, r.agency_id),
           referred_on = coalesce(excluded.referred_on, r.referred_on),
           -- A case worker belongs to one agency: another agency's does not follow along.
           case_worker_user = CASE WHEN coalesce(excluded.agency_id, r.agency_id) = r.agency_id
                                   THEN r.case_worker_user END
     WHERE (r.agency_id, r.referred_on) IS DISTINCT FROM
           (coalesce(excluded.agency_id, r.agency_id), coalesce(excluded.referred_on, r.referred_on))
    RETURNING participant_id`);
  return new Set(rows.map((row) => row.participant_id));
}

/** Employers by lower-case name, of which there may be several, and by organisation number. */
export async function findEmployersByWord(tx: Tx, words: string[]): Promise<Map<string, number[]>> {
  const rows = await tx.execute<{ word: string; id: number }>(sql`
    SELECT w.word, e.id
      FROM (SELECT DISTINCT value AS word FROM jsonb_array_elements_text(${JSON.stringify(words)}::jsonb)) w
      JOIN employers e ON e.organisation_number = w.word OR lower(e.name) = lower(w.word)
     ORDER BY e.id`);
  const found = new Map<string, number[]>();
  for (const { word, id } of rows) found.set(word, [...(found.get(word) ?? []), id]);
  return found;
}

export type WorkProfileToWrite = {
  participantId: string;
  profile: Omit<WorkProfile, "excludedWorkplaceIds">;
};

/**
 * Adds work profiles as complete; one that differs becomes a new version that the participant confirms anew, and the
 * old one is kept beside it. Workplaces that the participant avoids stay: a file does not know them. Answers what
 * changed by participant: true = new.
 */
export async function upsertWorkProfiles(
  tx: Tx,
  associationId: number,
  by: string,
  profiles: WorkProfileToWrite[],
): Promise<Map<string, boolean>> {
  const rows = await tx.execute<{ participant_id: string; inserted: boolean }>(sql`
    WITH given AS (
      SELECT x."participantId" AS participant_id, x.profile
               || jsonb_build_object('excludedWorkplaceIds', coalesce(old.profile->'excludedWorkplaceIds', '[]')) AS profile
        FROM jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) AS x("participantId" uuid, profile jsonb)
        LEFT JOIN work_profiles old ON old.participant_id = x."participantId"),
    kept AS (
      INSERT INTO work_profile_versions (participant_id, association_id, version, status, profile, updated_by_name, updated_at)
      SELECT old.participant_id, old.association_id, old.version, old.status, old.profile, old.updated_by_name, old.updated_at
        FROM work_profiles old JOIN given USING (participant_id)
       WHERE old.profile <> given.profile
      ON CONFLICT (participant_id, version) DO NOTHING)
    INSERT INTO work_profiles AS w (participant_id, association_id, status, profile, updated_by_name)
    SELECT participant_id, ${associationId}, 'complete', profile, ${by} FROM given ORDER BY 1
    ON CONFLICT (participant_id) DO UPDATE
       SET profile = excluded.profile, status = 'complete', version = w.version + 1,
           updated_by_name = excluded.updated_by_name, updated_at = now(), confirmed_at = NULL
     WHERE w.profile <> excluded.profile
    RETURNING participant_id, (xmax = 0) AS inserted`);
  return new Map(rows.map((row) => [row.participant_id, row.inserted]));
}

/** One audit event a participant, in the caller's transaction. `details` carries codes only. */
export async function recordImported(
  tx: Tx,
  actor: Actor,
  participantIds: string[],
  kind: string,
): Promise<void> {
  if (participantIds.length === 0) return;
  await tx.execute(sql`
    INSERT INTO audit_events (association_id, user_id, user_name, role, action, participant_id, details)
    SELECT ${actor.associationId}, ${actor.userId}, ${actor.name}, ${actor.role}, 'participant.imported', value::uuid,
           jsonb_build_object('kind', ${kind}::text)
      FROM jsonb_array_elements_text(${JSON.stringify(participantIds)}::jsonb)`);
}
