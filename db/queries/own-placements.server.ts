import { sql } from "drizzle-orm";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** A placement as its employer's start page shows it. The date is an ISO date. */
export type OwnPlacement = {
  id: number;
  title: string;
  locality: string;
  status: PlacementStatus;
  listed: boolean;
  capacity: number;
  claimed: number;
  lastConfirmedOn: string;
};

/** An employer's placements that are not archived: those longest unconfirmed first. */
export async function listOwnPlacements(
  tx: Tx,
  employerId: number,
  limit: number,
): Promise<{ rows: OwnPlacement[]; total: number }> {
  const rows = await tx.execute<OwnPlacement & { total: number }>(sql`
    SELECT id, title, locality, status, listed, capacity, claimed, last_confirmed_on::text AS "lastConfirmedOn",
           count(*) OVER ()::integer AS total
      FROM placements WHERE employer_id = ${employerId} AND status <> 'archived'
     ORDER BY status <> 'published', last_confirmed_on, id LIMIT ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Locks a placement of this employer for a change. Null: missing, or another employer's. */
export async function lockOwnPlacement(
  tx: Tx,
  id: number,
  employerId: number,
): Promise<{ status: PlacementStatus } | null> {
  const rows = await tx.execute<{ status: PlacementStatus }>(sql`
    SELECT status FROM placements WHERE id = ${id} AND employer_id = ${employerId} FOR UPDATE`);
  return rows[0] ?? null;
}
