import { sql } from "drizzle-orm";
import type { SlotFit } from "#app/domain/matching/slot-fit";
import type { WorkProfile } from "#app/domain/profiles/work-profile";
import type { Tx } from "#db/client.server";
import { isUnended } from "#db/queries/gaps.server";
import { isOpen } from "#db/queries/proposals.server";

/** Somebody who waits: with a complete work profile, and nothing on the way. Nobody with a protected identity. */
export type Waiting = {
  id: string;
  reference: string;
  birthYear: number | null;
  profile: WorkProfile;
};

/** Those of an association who wait, the longest first. */
export async function listWaiting(tx: Tx, associationId: number, limit: number): Promise<Waiting[]> {
  const rows = await tx.execute<Waiting>(sql`
    SELECT p.id, p.reference, p.birth_year AS "birthYear", w.profile
      FROM participants p JOIN work_profiles w ON w.participant_id = p.id
     WHERE p.association_id = ${associationId} AND p.protected_identity = 'none'
       AND coalesce(p.closed_on, 'infinity') > swedish_today() AND w.status IN ('complete', 'confirmed')
       AND NOT EXISTS (SELECT FROM proposals o WHERE o.participant_id = p.id AND (${isOpen} OR o.status = 'agreed'
         AND NOT EXISTS (SELECT FROM agreements g WHERE g.proposal_id = o.id)))
       AND NOT EXISTS (SELECT FROM agreements g WHERE g.participant_id = p.id AND ${isUnended})
     ORDER BY w.updated_at, p.id LIMIT ${limit}`);
  return [...rows];
}

/**
 * The placements of an association's municipalities that have a free slot, those free longest first: since they were
 * entered, or since the association's last agreement or proposal there was over. As `system`.
 */
export async function listFreePlacements(
  tx: Tx,
  associationId: number,
  limit: number,
): Promise<{ id: number; freeSince: string }[]> {
  const rows = await tx.execute<{ id: number; freeSince: string }>(sql`
    WITH ended AS (
      SELECT placement_id, max(coalesce(ended_on, ends_on)) AS day FROM agreements
       WHERE association_id = ${associationId} AND status IN ('closed', 'ended_early')
         AND coalesce(ended_on, ends_on) <= swedish_today() GROUP BY placement_id),
    turned_down AS (
      SELECT o.placement_id, max(o.updated_at) AS at FROM proposals o
       WHERE o.association_id = ${associationId} AND NOT ${isOpen} GROUP BY o.placement_id)
    SELECT l.id, greatest((l.created_at AT TIME ZONE 'Europe/Stockholm')::date, e.day,
                          (t.at AT TIME ZONE 'Europe/Stockholm')::date)::text AS "freeSince"
      FROM placements l LEFT JOIN ended e ON e.placement_id = l.id LEFT JOIN turned_down t ON t.placement_id = l.id
     WHERE l.municipality_code IN
       (SELECT municipality_code FROM association_municipalities WHERE association_id = ${associationId})
       AND l.status = 'published' AND l.employer_appetite <> 'not_now' AND l.claimed < l.capacity
     ORDER BY "freeSince", l.id LIMIT ${limit}`);
  return [...rows];
}

/** Writes an association's numbers in place of those before. As `system`. */
export async function replaceSlotFits(
  tx: Tx,
  associationId: number,
  fits: readonly (SlotFit & { placementId: number; freeSince: string })[],
): Promise<void> {
  await tx.execute(sql`DELETE FROM slot_fits WHERE association_id = ${associationId}`);
  await tx.execute(sql`
    INSERT INTO slot_fits (association_id, placement_id, free_since, fits, hinder)
    SELECT ${associationId}, f."placementId", f."freeSince", f.fits, f.hinder
      FROM jsonb_to_recordset(${JSON.stringify(fits)}::jsonb)
        AS f ("placementId" integer, "freeSince" date, fits integer, hinder text)`);
}

export async function listAssociationIds(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`SELECT id FROM associations ORDER BY id`);
  return rows.map(({ id }) => id);
}
