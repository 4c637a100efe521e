import { sql } from "drizzle-orm";
import { parseStoredProfile } from "#app/domain/profiles/stored-profile";
import type { WorkProfile, WorkProfileStatus } from "#app/domain/profiles/work-profile";
import { completeProfile, type WorkProfileDraft } from "#app/domain/profiles/work-profile-draft";
import type { Tx } from "#db/client.server";

/** The current work profile of one participant, and the year of birth that legal age limits need. */
export type StoredWorkProfile = {
  participantId: string;
  associationId: number;
  reference: string;
  birthYear: number | null;
  version: number;
  /** As stored; domain/profiles/status.ts `statusOn` says when it has become outdated. */
  status: WorkProfileStatus;
  /** What is known so far. */
  draft: WorkProfileDraft;
  /** What matching reads: null while a part is unknown. */
  profile: WorkProfile | null;
  updatedAt: Date;
  updatedByName: string;
  confirmedAt: Date | null;
};

type Row = {
  participant_id: string;
  association_id: number;
  reference: string;
  birth_year: number | null;
  version: number;
  status: WorkProfileStatus;
  profile: unknown;
  updated_at: string;
  updated_by_name: string;
  confirmed_at: string | null;
};

const selectCurrent = sql`
  SELECT w.participant_id, w.association_id, p.reference, p.birth_year, w.version, w.status,
         follow_merges(w.profile) AS profile, w.updated_at, w.updated_by_name, w.confirmed_at
    FROM work_profiles w JOIN participants p ON p.id = w.participant_id`;

/** The current work profile, or null when there is none or row level security hides it. Writes no audit event. */
export async function readWorkProfile(tx: Tx, participantId: string): Promise<StoredWorkProfile | null> {
  const rows = await tx.execute<Row>(sql`${selectCurrent} WHERE w.participant_id = ${participantId}`);
  return rows[0] ? toWorkProfile(rows[0]) : null;
}

function toWorkProfile(row: Row): StoredWorkProfile {
  const draft = parseStoredProfile(row.profile);
  return {
    participantId: row.participant_id,
    associationId: row.association_id,
    reference: row.reference,
    birthYear: row.birth_year,
    version: row.version,
    status: row.status,
    draft,
    profile: completeProfile(draft),
    updatedAt: new Date(row.updated_at),
    updatedByName: row.updated_by_name,
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at),
  };
}

/** Locks the current row until the transaction ends, so that of two savers one comes second and is told. */
export async function lockWorkProfile(tx: Tx, participantId: string): Promise<void> {
  await tx.execute(sql`SELECT 1 FROM work_profiles WHERE participant_id = ${participantId} FOR UPDATE`);
}

/** Keeps the current version aside and writes the next one. The first save makes version 1. Answers the new version. */
export async function writeNextVersion(
  tx: Tx,
  next: {
    participantId: string;
    associationId: number;
    status: WorkProfileStatus;
    draft: WorkProfileDraft;
    updatedByName: string;
  },
): Promise<number> {
  await tx.execute(sql`
    INSERT INTO work_profile_versions (participant_id, association_id, version, status, profile, updated_by_name,
                                       updated_at)
    SELECT participant_id, association_id, version, status, profile, updated_by_name, updated_at
      FROM work_profiles WHERE participant_id = ${next.participantId}`);
  const rows = await tx.execute<{ version: number }>(sql`
    INSERT INTO work_profiles (participant_id, association_id, status, profile, updated_by_name)
    VALUES (${next.participantId}, ${next.associationId}, ${next.status}, ${JSON.stringify(next.draft)}::jsonb,
            ${next.updatedByName})
    ON CONFLICT (participant_id) DO UPDATE
       SET version = work_profiles.version + 1, status = excluded.status, profile = excluded.profile,
           updated_by_name = excluded.updated_by_name, updated_at = now(), confirmed_at = NULL
    RETURNING version`);
  return rows[0]!.version;
}

/** The participant's yes to the current version. */
export async function markConfirmed(tx: Tx, participantId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE work_profiles SET status = 'confirmed', confirmed_at = now() WHERE participant_id = ${participantId}`);
}

/** What the participant says about a version. Answers false when those words stand there already. */
export async function insertComment(
  tx: Tx,
  { participantId, associationId, version, comment }: Pick<ProfileComment, "version" | "comment"> & Owner,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO work_profile_comments (association_id, participant_id, version, comment)
    SELECT ${associationId}, ${participantId}, ${version}, ${comment}
     WHERE NOT EXISTS (SELECT FROM work_profile_comments
                        WHERE participant_id = ${participantId} AND version = ${version} AND comment = ${comment})
    RETURNING id`);
  return rows.length === 1;
}

type Owner = { participantId: string; associationId: number };

/** The participant's own words about a version, and who of the staff has read them. */
export type ProfileComment = {
  id: string;
  version: number;
  comment: string;
  commentedAt: Date;
  readAt: Date | null;
  readByName: string;
};

/** The participant's comments, the newest first. */
export async function listComments(tx: Tx, participantId: string): Promise<ProfileComment[]> {
  const rows = await tx.execute<{
    id: string;
    version: number;
    comment: string;
    commented_at: string;
    read_at: string | null;
    read_by_name: string;
  }>(sql`
    SELECT id, version, comment, commented_at, read_at, read_by_name FROM work_profile_comments
     WHERE participant_id = ${participantId} ORDER BY commented_at DESC LIMIT 50`);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    comment: row.comment,
    commentedAt: new Date(row.commented_at),
    readAt: row.read_at === null ? null : new Date(row.read_at),
    readByName: row.read_by_name,
  }));
}

export type ProfileVersion = {
  version: number;
  status: WorkProfileStatus;
  draft: WorkProfileDraft;
  updatedByName: string;
  updatedAt: Date;
};

/** Older versions of the work profile, the newest first; the current one is not among them. */
export async function listOlderVersions(tx: Tx, participantId: string): Promise<ProfileVersion[]> {
  const rows = await tx.execute<{
    version: number;
    status: WorkProfileStatus;
    profile: unknown;
    updated_by_name: string;
    updated_at: string;
  }>(sql`
    SELECT version, status, profile, updated_by_name, updated_at FROM work_profile_versions
     WHERE participant_id = ${participantId} ORDER BY version DESC LIMIT 50`);
  return rows.map((row) => ({
    version: row.version,
    status: row.status,
    draft: parseStoredProfile(row.profile),
    updatedByName: row.updated_by_name,
    updatedAt: new Date(row.updated_at),
  }));
}
