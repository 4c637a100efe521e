import { sql } from "drizzle-orm";
import type { KartlaggningPart } from "#app/domain/profiles/kartlaggning-parts";
import type { UnreadComment } from "#app/domain/profiles/unread-comment";
import { planOnce, type Tx } from "#db/client.server";

const everyComment = sql`
  SELECT id, association_id, participant_id, 'arbetsprofil' AS part, commented_at, read_at FROM work_profile_comments
   UNION ALL
  SELECT id, association_id, participant_id, part, commented_at, read_at FROM profile_part_comments`;

/**
 * What the association's participants have said and nobody has marked as read, the oldest first; `responsible` narrows to
 * those whom this user has the main responsibility for. A protected identity is counted, and in no list.
 */
export async function listUnreadComments(
  tx: Tx,
  of: { associationId: number; responsible: string | null },
  limit: number,
): Promise<{ rows: UnreadComment[]; total: number; hidden: number }> {
  const within = sql`
      FROM (${everyComment}) c JOIN participants p ON p.id = c.participant_id
     WHERE c.association_id = ${of.associationId} AND c.read_at IS NULL
       AND (${of.responsible}::text IS NULL OR EXISTS (
         SELECT FROM referrals r WHERE r.participant_id = p.id AND r.is_current
            AND r.main_responsible_user = ${of.responsible}))`;
  const [read] = await planOnce(tx).execute<{ rows: UnreadComment[]; total: number; hidden: number }>(sql`
    WITH unread AS MATERIALIZED (
      SELECT c.id, p.reference, c.part, c.commented_at, p.protected_identity = 'none' AS listed ${within})
    SELECT (SELECT count(*)::integer FROM unread WHERE listed) AS total,
           (SELECT count(*)::integer FROM unread WHERE NOT listed) AS hidden,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', u.id, 'reference', u.reference, 'part', u.part,
                       'since', (u.commented_at AT TIME ZONE 'Europe/Stockholm')::date) ORDER BY u.commented_at, u.id)
              FROM (SELECT * FROM unread WHERE listed ORDER BY commented_at, id LIMIT ${limit}) u), '[]') AS rows`);
  return read ?? { rows: [], total: 0, hidden: 0 };
}

/**
 * Writes who has read a comment of a participant, once: the first who says so stays. Answers what it is about and whether
 * this was the first time; null when there is no such comment.
 */
export async function markCommentRead(
  tx: Tx,
  comment: { participantId: string; id: string; byName: string },
): Promise<{ part: KartlaggningPart; isFirst: boolean } | null> {
  const { participantId, id, byName } = comment;
  const found = await tx.execute<{ part: KartlaggningPart }>(sql`
    SELECT part FROM (${everyComment}) c WHERE c.participant_id = ${participantId} AND c.id = ${id}`);
  const part = found[0]?.part;
  if (!part) return null;
  const table = part === "arbetsprofil" ? sql`work_profile_comments` : sql`profile_part_comments`;
  const marked = await tx.execute(sql`
    UPDATE ${table} SET read_at = now(), read_by_name = ${byName}
     WHERE participant_id = ${participantId} AND id = ${id} AND read_at IS NULL RETURNING 1`);
  return { part, isFirst: marked.length > 0 };
}
