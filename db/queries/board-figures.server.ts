import { sql } from "drizzle-orm";
import type { ParticipantStanding, ProposalOutcome, RawFigures } from "#app/domain/reports/board-figures";
import type { Tx } from "#db/client.server";
import { profileStanding } from "#db/queries/participant-list.server";
import { isOpen } from "#db/queries/proposals.server";

/** Counts of one association, and of the placements in its municipalities. No row of a person leaves this file. */
export async function countFigures(
  tx: Tx,
  associationId: number,
  outdatedBefore: Date,
  day: string,
): Promise<RawFigures> {
  const [placements] = await tx.execute<RawFigures["placements"]>(sql`
    SELECT count(*) FILTER (WHERE l.status = 'published')::integer AS published,
           coalesce(sum(l.capacity) FILTER (WHERE l.status = 'published'), 0)::integer AS slots,
           coalesce(sum(greatest(l.capacity - l.claimed, 0)) FILTER (WHERE l.status = 'published'), 0)::integer AS free,
           count(*) FILTER (WHERE l.status = 'in_review')::integer AS waiting
      FROM placements l
     WHERE l.municipality_code IN
       (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})`);
  const participants = await tx.execute<{ standing: ParticipantStanding; total: number }>(sql`
    SELECT CASE
             WHEN p.closed_on IS NOT NULL AND p.closed_on <= ${day}::date THEN 'closed'
             ELSE ${profileStanding(outdatedBefore)} END AS standing, count(*)::integer AS total
      FROM participants p LEFT JOIN work_profiles w ON w.participant_id = p.id
     WHERE p.association_id = ${associationId} GROUP BY 1`);
  const proposals = await tx.execute<{ outcome: ProposalOutcome; total: number }>(sql`
    SELECT CASE WHEN ${isOpen} THEN 'on_its_way' ELSE o.status END AS outcome, count(*)::integer AS total
      FROM proposals o WHERE o.association_id = ${associationId} GROUP BY 1`);
  const days = await tx.execute<{ days: number }>(sql`
    SELECT (min(o.created_at) AT TIME ZONE 'Europe/Stockholm')::date - r.referred_on AS days
      FROM referrals r JOIN proposals o ON o.participant_id = r.participant_id
     WHERE r.association_id = ${associationId} AND r.is_current AND r.referred_on IS NOT NULL
     GROUP BY r.id, r.referred_on
    HAVING (min(o.created_at) AT TIME ZONE 'Europe/Stockholm')::date >= r.referred_on`);
  return {
    placements: placements!,
    participants: Object.fromEntries(participants.map(({ standing, total }) => [standing, total])),
    proposals: Object.fromEntries(proposals.map(({ outcome, total }) => [outcome, total])),
    days: days.map((row) => row.days),
  };
}
