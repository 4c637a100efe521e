import { sql } from "drizzle-orm";
import {
  completeProfile,
  parseStoredProfile,
  type WorkProfileDraft,
} from "#app/domain/profiles/stored-profile";
import type { WorkProfile, WorkProfileStatus } from "#app/domain/profiles/work-profile";
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
  SELECT w.participant_id, w.association_id, p.reference, p.birth_year, w.version, w.status, w.profile,
         w.updated_at, w.updated_by_name, w.confirmed_at
    FROM work_profiles w JOIN participants p ON p.id = w.participant_id`;

/** The current work profile, or null when there is none or row level security hides it. Writes no audit event. */
export async function readWorkProfile(tx: Tx, participantId: string): Promise<StoredWorkProfile | null> {
  const rows = await tx.execute<Row>(sql`${selectCurrent} WHERE w.participant_id = ${participantId}`);
  return rows[0] ? toWorkProfile(rows[0]) : null;
}

/** Every work profile of the actor's association whose participant has not left: for batch proposals. */
export async function listWorkProfiles(tx: Tx): Promise<StoredWorkProfile[]> {
  const rows = await tx.execute<Row>(sql`
    ${selectCurrent} WHERE p.closed_on IS NULL ORDER BY p.reference`);
  return rows.map(toWorkProfile);
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
