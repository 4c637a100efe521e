import { sql } from "drizzle-orm";
import { withFirstActivity } from "#app/domain/profiles/first-activity";
import type { KartlaggningPart, QuestionPart } from "#app/domain/profiles/kartlaggning-parts";
import { type PartAnswers, parseStoredPart } from "#app/domain/profiles/part-answers";
import { type Statistics, withStatistics } from "#app/domain/profiles/part-statistics";
import type { Visibility } from "#app/domain/profiles/part-visibility";
import type { Tx } from "#db/client.server";
import { readFirst } from "#db/queries/first-activity.server";
import type { ProfileComment } from "#db/queries/profiles.server";

export type OwnerRole = "coordinator" | "coach" | "participant";

/** One part as it is read: what is stored with it, what participants' columns hold, and the plan's first activity. */
export type StoredPart = PartAnswers & {
  part: QuestionPart;
  version: number;
  ownerRole: OwnerRole;
  ownerName: string;
  visibility: Visibility;
  savedByName: string;
  savedAt: Date;
};

/** Whose kartläggning. */
export type Whose = { associationId: number; participantId: string };

type PartRow = {
  part: QuestionPart;
  version: number;
  answers: unknown;
  owner_role: OwnerRole;
  owner_name: string;
  visibility: Visibility;
  saved_by_name: string;
  saved_at: string;
};

/** Every part that has been begun and that row level security shows, in no order. Writes no audit event. */
export async function listParts(tx: Tx, whose: Whose): Promise<StoredPart[]> {
  const statistics = await readStatistics(tx, whose.participantId);
  const rows = await tx.execute<PartRow>(sql`
    SELECT part, version, answers, owner_role, owner_name, visibility, saved_by_name, saved_at
      FROM profile_parts
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}`);
  const first = rows.some(({ part }) => part === "plan") ? await readFirst(tx, whose) : null;
  const whole = (part: QuestionPart, stored: PartAnswers) =>
    part === "plan" ? withFirstActivity(stored, first) : withStatistics(part, stored, statistics);
  return rows.map((row) => ({
    part: row.part,
    version: row.version,
    ownerRole: row.owner_role,
    ownerName: row.owner_name,
    visibility: row.visibility,
    savedByName: row.saved_by_name,
    savedAt: new Date(row.saved_at),
    ...whole(row.part, parseStoredPart(row.part, row.answers)),
  }));
}

/** What reports count of a participant: the only place where these answers are stored. */
export async function readStatistics(tx: Tx, participantId: string): Promise<Statistics> {
  const rows = await tx.execute<{
    education: string | null;
    household: string | null;
    income_source: string | null;
    obstacles: string[];
  }>(
    sql`SELECT education, household, income_source, obstacles FROM participants WHERE id = ${participantId}`,
  );
  const row = rows[0];
  return {
    education: row?.education ?? null,
    household: row?.household ?? null,
    incomeSource: row?.income_source ?? null,
    obstacles: row?.obstacles ?? [],
  };
}

/** Writes the columns that a part owns; columns that stay as they are do not count as a change of the participant. */
export async function writeStatistics(
  tx: Tx,
  participantId: string,
  statistics: Partial<Statistics>,
): Promise<void> {
  const next = { ...(await readStatistics(tx, participantId)), ...statistics };
  const obstacles = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(next.obstacles)}::jsonb))`;
  await tx.execute(sql`
    UPDATE participants
       SET education = ${next.education}, household = ${next.household}, income_source = ${next.incomeSource},
           obstacles = ${obstacles}
     WHERE id = ${participantId}
       AND (education, household, income_source, obstacles)
           IS DISTINCT FROM (${next.education}::text, ${next.household}::text, ${next.incomeSource}::text, ${obstacles})`);
}

/** Keeps the version that was read aside. */
export async function keepVersion(tx: Tx, whose: Whose, read: StoredPart): Promise<void> {
  const { answers, unknown } = read;
  await tx.execute(sql`
    INSERT INTO profile_part_versions (association_id, participant_id, part, version, answers, saved_by_name, saved_at)
    VALUES (${whose.associationId}, ${whose.participantId}, ${read.part}, ${read.version},
            ${JSON.stringify({ answers, unknown })}::jsonb, ${read.savedByName}, ${read.savedAt.toISOString()}::timestamptz)`);
}

/** Writes the current version of a part. Answers its number. */
export async function writePart(
  tx: Tx,
  whose: Whose,
  next: Pick<StoredPart, "part" | "ownerRole" | "ownerName" | "visibility" | "savedByName"> & {
    stored: PartAnswers;
  },
): Promise<number> {
  const rows = await tx.execute<{ version: number }>(sql`
    INSERT INTO profile_parts (association_id, participant_id, part, answers, owner_role, owner_name, visibility,
                               saved_by_name)
    VALUES (${whose.associationId}, ${whose.participantId}, ${next.part}, ${JSON.stringify(next.stored)}::jsonb,
            ${next.ownerRole}, ${next.ownerName}, ${next.visibility}, ${next.savedByName})
    ON CONFLICT (association_id, participant_id, part) DO UPDATE
       SET version = profile_parts.version + 1, answers = excluded.answers, owner_role = excluded.owner_role,
           owner_name = excluded.owner_name, visibility = excluded.visibility,
           saved_by_name = excluded.saved_by_name, saved_at = now()
    RETURNING version`);
  return rows[0]!.version;
}

export type PartVersion = PartAnswers & { version: number; savedByName: string; savedAt: Date };

/** The versions of a part before the current one, the newest first. */
export async function listVersions(tx: Tx, whose: Whose, part: QuestionPart): Promise<PartVersion[]> {
  const rows = await tx.execute<{
    version: number;
    answers: unknown;
    saved_by_name: string;
    saved_at: string;
  }>(sql`
    SELECT version, answers, saved_by_name, saved_at FROM profile_part_versions
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId} AND part = ${part}
     ORDER BY version DESC`);
  return rows.map((row) => ({
    version: row.version,
    savedByName: row.saved_by_name,
    savedAt: new Date(row.saved_at),
    ...parseStoredPart(part, row.answers),
  }));
}

export type Confirmation = { part: KartlaggningPart; version: number; confirmedAt: Date };

/** The newest version of each part that the participant has said yes to. */
export async function listConfirmations(tx: Tx, whose: Whose): Promise<Confirmation[]> {
  const rows = await tx.execute<{ part: KartlaggningPart; version: number; confirmed_at: string }>(sql`
    SELECT DISTINCT ON (part) part, version, confirmed_at FROM profile_part_confirmations
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
     ORDER BY part, version DESC`);
  return rows.map((row) => ({
    part: row.part,
    version: row.version,
    confirmedAt: new Date(row.confirmed_at),
  }));
}

/** The participant's yes to one version; saying it twice is saying it once. Answers whether it is new. */
export async function insertConfirmation(
  tx: Tx,
  whose: Whose,
  part: QuestionPart,
  version: number,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO profile_part_confirmations (association_id, participant_id, part, version)
    VALUES (${whose.associationId}, ${whose.participantId}, ${part}, ${version})
    ON CONFLICT DO NOTHING RETURNING version`);
  return rows.length > 0;
}

/** Takes away the yes to the current version. Answers that version, or null when there was no yes to it. */
export async function deleteConfirmation(tx: Tx, whose: Whose, part: QuestionPart): Promise<number | null> {
  const rows = await tx.execute<{ version: number }>(sql`
    DELETE FROM profile_part_confirmations c USING profile_parts p
     WHERE c.association_id = ${whose.associationId} AND c.participant_id = ${whose.participantId} AND c.part = ${part}
       AND p.association_id = c.association_id AND p.participant_id = c.participant_id AND p.part = c.part
       AND p.version = c.version
    RETURNING c.version`);
  return rows[0]?.version ?? null;
}

export type PartComment = ProfileComment & { part: KartlaggningPart };

/** What the participant has said about the parts, the newest first. */
export async function listPartComments(tx: Tx, whose: Whose): Promise<PartComment[]> {
  const rows = await tx.execute<{
    id: string;
    part: KartlaggningPart;
    version: number;
    comment: string;
    commented_at: string;
    read_at: string | null;
    read_by_name: string;
  }>(sql`
    SELECT id, part, version, comment, commented_at, read_at, read_by_name FROM profile_part_comments
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
     ORDER BY commented_at DESC, id`);
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    version: row.version,
    comment: row.comment,
    commentedAt: new Date(row.commented_at),
    readAt: row.read_at === null ? null : new Date(row.read_at),
    readByName: row.read_by_name,
  }));
}

/** Adds a comment, unless the same words about the same version were just sent. */
export async function insertPartComment(
  tx: Tx,
  whose: Whose,
  comment: { part: QuestionPart; version: number; comment: string },
): Promise<boolean> {
  // Two clicks on the same button wait for each other here.
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtext('praktikkartan:part comment'), hashtext(${whose.participantId}))`,
  );
  const rows = await tx.execute(sql`
    INSERT INTO profile_part_comments (association_id, participant_id, part, version, comment)
    SELECT ${whose.associationId}::integer, ${whose.participantId}::uuid, ${comment.part}, ${comment.version}::integer,
           ${comment.comment}
     WHERE NOT EXISTS (
       SELECT FROM profile_part_comments
        WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
          AND part = ${comment.part} AND version = ${comment.version} AND comment = ${comment.comment}
          AND commented_at > now() - interval '10 minutes')
    RETURNING 1`);
  return rows.length > 0;
}

/** What is stored about the whole: the meeting, and the act of marking it complete. */
export type StoredKartlaggning = { metOn: string | null; completedAt: Date | null; completedByName: string };

export async function readKartlaggningRow(tx: Tx, whose: Whose): Promise<StoredKartlaggning> {
  const rows = await tx.execute<{
    met_on: string | null;
    completed_at: string | null;
    completed_by_name: string;
  }>(sql`
    SELECT met_on::text, completed_at, completed_by_name FROM profiles
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}`);
  const row = rows[0];
  return {
    metOn: row?.met_on ?? null,
    completedAt: row?.completed_at ? new Date(row.completed_at) : null,
    completedByName: row?.completed_by_name ?? "",
  };
}

/** The day somebody sat down with the person (ISO date), or none. */
export async function writeMetOn(tx: Tx, whose: Whose, metOn: string | null): Promise<void> {
  await tx.execute(sql`
    INSERT INTO profiles (association_id, participant_id, met_on)
    VALUES (${whose.associationId}, ${whose.participantId}, ${metOn}::date)
    ON CONFLICT (association_id, participant_id) DO UPDATE SET met_on = excluded.met_on`);
}

/**
 * The whole is complete, by this person, now. The participant is mapped from the day (ISO date) when it was so first: this
 * is the only rule of the product that sets `mapped_on`; a file can bring a day along.
 */
export async function writeCompleted(tx: Tx, whose: Whose, byName: string, day: string): Promise<void> {
  await tx.execute(sql`
    UPDATE participants SET mapped_on = ${day}::date WHERE id = ${whose.participantId} AND mapped_on IS NULL`);
  await tx.execute(sql`
    INSERT INTO profiles (association_id, participant_id, completed_at, completed_by_name)
    VALUES (${whose.associationId}, ${whose.participantId}, now(), ${byName})
    ON CONFLICT (association_id, participant_id) DO UPDATE
       SET completed_at = excluded.completed_at, completed_by_name = excluded.completed_by_name`);
}
