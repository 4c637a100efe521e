import { sql } from "drizzle-orm";
import type { NewMatch } from "#app/domain/matching/todo";
import type { Tx } from "#db/client.server";
import { hasGap, isUnended } from "#db/queries/gaps.server";
import { isOpen } from "#db/queries/proposals.server";

const today = sql`(now() AT TIME ZONE 'Europe/Stockholm')::date`;

/** Whether an agreement of participant `p` ended early in the last two months: then `newMatchesIn` answers for the person. */
export const endedEarlyLately = sql`EXISTS (SELECT FROM agreements g
  WHERE g.participant_id = p.id AND g.status = 'ended_early' AND g.ended_on >= ${today} - 60)`;

/**
 * Participants whose last placement ended early in the last two months, so that a new match begins at once: no open proposal,
 * none agreed on that has had no agreement yet, no agreement that has not ended, and neither work nor education was the reason
 * or came of it. That another placement fits better is a wish until there is one. From fourteen days on they are a gap
 * (gaps.server.ts) and are there instead. Protected identities are in no list. The latest first.
 */
export async function newMatchesIn(
  tx: Tx,
  associationId: number,
  limit: number,
): Promise<{ rows: NewMatch[]; total: number }> {
  const rows = await tx.execute<NewMatch & { total: number }>(sql`
    SELECT p.reference, last.id AS "agreementId", last.ended_on::text AS "endedOn", e.name AS "employerName",
           c.agreement_id IS NULL AS "recordMissing", count(*) OVER ()::integer AS total
      FROM agreements last
      JOIN participants p ON p.id = last.participant_id AND p.protected_identity = 'none'
      JOIN employers e ON e.id = last.employer_id
      LEFT JOIN agreement_closings c ON c.agreement_id = last.id
     WHERE last.association_id = ${associationId} AND last.status = 'ended_early' AND last.ended_on >= ${today} - 60
       AND (p.closed_on IS NULL OR p.closed_on > ${today})
       AND coalesce(last.reason_code, '') NOT IN ('got_work', 'got_education')
       AND (c.outcome IS NULL OR c.outcome NOT IN ('arbete', 'utbildning', 'avslut_egen_begaran'))
       AND NOT EXISTS (SELECT FROM agreements g WHERE g.participant_id = p.id
             AND (${isUnended} OR g.status IN ('closed', 'ended_early') AND (g.ended_on, g.id) > (last.ended_on, last.id)))
       AND NOT EXISTS (SELECT FROM proposals o WHERE o.participant_id = p.id AND (${isOpen} OR o.status = 'agreed'
             AND NOT EXISTS (SELECT FROM agreements g WHERE g.proposal_id = o.id)))
       AND NOT ${hasGap}
     ORDER BY last.ended_on DESC, p.reference LIMIT ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
