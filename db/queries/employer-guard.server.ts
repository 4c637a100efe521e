import { sql } from "drizzle-orm";
import type { HostedElsewhere, HostedStay } from "#app/domain/organisations/guard";
import type { Tx } from "#db/client.server";

const list = (ids: readonly number[]) => sql`${`{${ids.join(",")}}`}::text::integer[]`;

/** The association's own agreed stays at these employers. Row level security keeps those of others away. */
export async function listHostedStays(
  tx: Tx,
  employerIds: readonly number[],
  associationId: number,
): Promise<(HostedStay & { employerId: number })[]> {
  const rows = await tx.execute<HostedStay & { employerId: number }>(sql`
    SELECT o.employer_id AS "employerId", p.id AS person, l.kinds, l.weeks_min AS weeks,
           CASE WHEN p.protected_identity = 'none' THEN p.reference END AS reference,
           (o.updated_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "begunOn",
           CASE WHEN p.closed_on IS NOT NULL THEN coalesce(p.outcome IN ('arbete', 'utbildning'), false) END AS "ledOn"
      FROM proposals o JOIN placements l ON l.id = o.placement_id JOIN participants p ON p.id = o.participant_id
     WHERE o.employer_id = ANY (${list(employerIds)}) AND o.association_id = ${associationId} AND o.status = 'agreed'
     ORDER BY o.updated_at, o.id`);
  return [...rows];
}

/** The same of all other associations, as sums. */
export async function sumHostedElsewhere(
  tx: Tx,
  employerIds: readonly number[],
): Promise<Map<number, HostedElsewhere>> {
  const rows = await tx.execute<HostedElsewhere & { id: number }>(sql`
    SELECT wanted.id, h.stays, h.weeks, h.ended, h.led_on AS "ledOn"
      FROM unnest(${list(employerIds)}) AS wanted (id) CROSS JOIN LATERAL hosted_elsewhere(wanted.id) AS h`);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}
