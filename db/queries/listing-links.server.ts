import { sql } from "drizzle-orm";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/**
 * Notes which published listings have grown old and have somebody to ask, each once per confirmation; answers their ids.
 * As `system`.
 */
export async function takeOldListings(tx: Tx, before: string, limit: number): Promise<number[]> {
  const rows = await tx.execute<{ placement_id: number }>(sql`
    INSERT INTO listing_reminders (placement_id, confirmed_on)
    SELECT p.id, p.last_confirmed_on FROM placements p
     WHERE p.status = 'published' AND p.last_confirmed_on <= ${before}::date
       AND NOT EXISTS (SELECT FROM listing_reminders r
                        WHERE r.placement_id = p.id AND r.confirmed_on = p.last_confirmed_on)
       AND EXISTS (SELECT FROM contact_persons c WHERE c.employer_id = p.employer_id AND c.email IS NOT NULL
                      AND (c.workplace_id = p.workplace_id OR c.workplace_id IS NULL))
     ORDER BY p.last_confirmed_on, p.id LIMIT ${limit}
    ON CONFLICT DO NOTHING RETURNING placement_id`);
  return rows.map((row) => row.placement_id);
}

/** A listing as the reminder and the page behind its link show it. The date is an ISO date. */
export type LinkedListing = {
  id: number;
  title: string;
  employerName: string;
  workplace: string;
  locality: string;
  status: PlacementStatus;
  claimed: number;
  lastConfirmedOn: string;
};

const selectListing = sql`
  SELECT p.id, p.title, p.employer_name AS "employerName", w.name AS workplace, p.locality, p.status, p.claimed,
         p.last_confirmed_on::text AS "lastConfirmedOn"
    FROM placements p JOIN workplaces w ON w.id = p.workplace_id`;

export async function findListing(tx: Tx, id: number): Promise<LinkedListing | null> {
  const [row] = await tx.execute<LinkedListing>(sql`${selectListing} WHERE p.id = ${id}`);
  return row ?? null;
}

/** Lets whoever holds the secret with this hash act on one listing until the link is too old. */
export async function addLink(tx: Tx, hash: string, placementId: number, days: number): Promise<void> {
  await tx.execute(sql`
    INSERT INTO listing_links (token_hash, placement_id, expires_at)
    VALUES (${hash}, ${placementId}, now() + make_interval(days => ${days}::integer))`);
}

/** The listing that a link opens, or null. `lock`: for a change. */
export async function findLinked(tx: Tx, hash: string, lock: boolean): Promise<LinkedListing | null> {
  const [row] = await tx.execute<LinkedListing>(sql`
    ${selectListing} JOIN listing_links l ON l.placement_id = p.id
     WHERE l.token_hash = ${hash} AND l.expires_at > now() ${lock ? sql`FOR UPDATE OF p` : sql``}`);
  return row ?? null;
}

/** Removes links that open nothing any more, at most `limit`. */
export async function deleteOldLinks(tx: Tx, limit: number): Promise<void> {
  await tx.execute(sql`
    DELETE FROM listing_links WHERE token_hash IN (
      SELECT token_hash FROM listing_links WHERE expires_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)`);
}
