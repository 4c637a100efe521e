import { sql } from "drizzle-orm";
import type { EmployerLesson, Lessons } from "#app/domain/organisations/listing-lessons";
import type { ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import type { Tx } from "#db/client.server";

/** What an employer has said after an agreement; times are ISO strings. */
export type SavedLessons = Lessons & { byName: string; writtenAt: string; accepted: string[] };

export async function findLessons(tx: Tx, agreementId: string): Promise<SavedLessons | null> {
  const [row] = await tx.execute<SavedLessons>(sql`
    SELECT went_well AS "wentWell", to_change AS "toChange", by_name AS "byName", written_at AS "writtenAt", accepted
      FROM employer_lessons WHERE agreement_id = ${agreementId}`);
  return row ? { ...row, writtenAt: new Date(row.writtenAt).toISOString() } : null;
}

/** Writes what the employer says, or says it anew. */
export async function saveLessons(
  tx: Tx,
  of: { id: string; associationId: number },
  { wentWell, toChange }: Lessons,
  by: { name: string; way: "signed_in" | "link" },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_lessons (association_id, agreement_id, went_well, to_change, by_name, way)
    VALUES (${of.associationId}, ${of.id}, ${wentWell}, ${toChange}, ${by.name}, ${by.way})
    ON CONFLICT (agreement_id) DO UPDATE
       SET went_well = excluded.went_well, to_change = excluded.to_change, by_name = excluded.by_name, way = excluded.way,
           written_at = now()`);
}

/** Writes which of the proposed changes were taken. */
export async function saveAccepted(
  tx: Tx,
  of: { id: string; associationId: number },
  keys: readonly string[],
  by: { name: string; way: "signed_in" | "link" },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO employer_lessons (association_id, agreement_id, by_name, way, accepted, accepted_at)
    VALUES (${of.associationId}, ${of.id}, ${by.name}, ${by.way}, ${sql.param([...keys])}::text[], now())
    ON CONFLICT (agreement_id) DO UPDATE
       SET accepted = ARRAY(SELECT DISTINCT unnest(employer_lessons.accepted || excluded.accepted)), accepted_at = now()`);
}

/** What came of the places of an agreement's employer: see migration 0053. */
export async function findWhatCame(
  tx: Tx,
  agreementId: string,
): Promise<{ ended: number; wentOn: number; told: ParticipantOutcome | null }> {
  const [row] = await tx.execute<{ ended: number; wentOn: number; told: ParticipantOutcome | null }>(sql`
    SELECT ended, went_on AS "wentOn", told FROM what_came_of_it(${agreementId}::uuid)`);
  return row ?? { ended: 0, wentOn: 0, told: null };
}

/** What an employer said of the association's own placements there, the latest first. */
export async function listLessonsOf(
  tx: Tx,
  employerId: number,
  associationId: number,
  limit: number,
): Promise<EmployerLesson[]> {
  const rows = await tx.execute<EmployerLesson>(sql`
    SELECT l.title, s.went_well AS "wentWell", s.to_change AS "toChange", s.by_name AS "byName",
           s.written_at AS "writtenAt", s.accepted
      FROM employer_lessons s JOIN agreements g ON g.id = s.agreement_id JOIN placements l ON l.id = g.placement_id
     WHERE g.employer_id = ${employerId} AND s.association_id = ${associationId}
     ORDER BY s.written_at DESC LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, writtenAt: new Date(row.writtenAt).toISOString() }));
}
