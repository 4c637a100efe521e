import { sql } from "drizzle-orm";
import type { HostedElsewhere, HostedStay } from "#app/domain/organisations/guard";
import type { Tx } from "#db/client.server";

/** The association's own agreed stays at an employer. Row level security keeps those of others away. */
export async function listHostedStays(
  tx: Tx,
  employerId: number,
  associationId: number,
): Promise<HostedStay[]> {
  const rows = await tx.execute<HostedStay>(sql`
    SELECT p.id AS person, CASE WHEN p.protected_identity = 'none' THEN p.reference END AS reference, l.kinds,
           (o.updated_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "begunOn", l.weeks_min AS weeks,
           CASE WHEN p.closed_on IS NOT NULL THEN coalesce(p.outcome IN ('arbete', 'utbildning'), false) END AS "ledOn"
      FROM proposals o JOIN placements l ON l.id = o.placement_id JOIN participants p ON p.id = o.participant_id
     WHERE o.employer_id = ${employerId} AND o.association_id = ${associationId} AND o.status = 'agreed'
     ORDER BY o.updated_at, o.id`);
  return [...rows];
}

/** The same of all other associations, as sums. */
export async function sumHostedElsewhere(tx: Tx, employerId: number): Promise<HostedElsewhere> {
  const [row] = await tx.execute<HostedElsewhere>(sql`
    SELECT stays, weeks, ended, led_on AS "ledOn" FROM hosted_elsewhere(${employerId}::integer)`);
  return row ?? { stays: 0, weeks: 0, ended: 0, ledOn: 0 };
}

/** How often one participant has had an agreed stay at each of these employers; those without are left out. */
export async function countStaysOf(
  tx: Tx,
  participantId: string,
  employerIds: readonly number[],
): Promise<Map<number, number>> {
  if (employerIds.length === 0) return new Map();
  const rows = await tx.execute<{ employer_id: number; times: number }>(sql`
    SELECT employer_id, count(*)::integer AS times FROM proposals
     WHERE participant_id = ${participantId} AND status = 'agreed'
       AND employer_id = ANY (${`{${employerIds.join(",")}}`}::text::integer[]) GROUP BY 1`);
  return new Map(rows.map((row) => [row.employer_id, row.times]));
}
