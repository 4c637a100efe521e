import { sql } from "drizzle-orm";
import type { UnknownLevel } from "#app/domain/placements/offer-listing";
import type { PlacementStatus } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** A placement as its employer's pages show it. The date is an ISO date. */
export type OwnPlacement = {
  id: number;
  title: string;
  workplaceId: number;
  workplace: string;
  locality: string;
  status: PlacementStatus;
  listed: boolean;
  capacity: number;
  claimed: number;
  lastConfirmedOn: string;
};

const selectOwn = sql`
  SELECT p.id, p.title, p.workplace_id AS "workplaceId", w.name AS workplace, p.locality, p.status, p.listed, p.capacity,
         p.claimed, p.last_confirmed_on::text AS "lastConfirmedOn"
    FROM placements p JOIN workplaces w ON w.id = p.workplace_id`;

/** The placements that whoever asks reaches and that are not archived: those longest unconfirmed first. */
export async function listOwnPlacements(
  tx: Tx,
  employerId: number,
  limit: number,
): Promise<{ rows: OwnPlacement[]; total: number }> {
  const rows = await tx.execute<OwnPlacement & { total: number }>(sql`
    SELECT own.*, count(*) OVER ()::integer AS total FROM (
      ${selectOwn} WHERE p.employer_id = ${employerId} AND p.status <> 'archived' AND employer_reaches(p.id)) AS own
     ORDER BY own.status <> 'published', own."lastConfirmedOn", own.id LIMIT ${limit}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** All of an employer's placements with their titles, for saying who supervises which. */
export async function listTitles(
  tx: Tx,
  employerId: number,
): Promise<{ id: number; title: string; workplace: string }[]> {
  const rows = await tx.execute<{ id: number; title: string; workplace: string }>(sql`
    SELECT p.id, p.title, w.name AS workplace FROM placements p JOIN workplaces w ON w.id = p.workplace_id
     WHERE p.employer_id = ${employerId} AND p.status <> 'archived' ORDER BY lower(w.name), p.title, p.id LIMIT 500`);
  return [...rows];
}

type OwnLocked = {
  status: PlacementStatus;
  claimed: number;
  workplaceId: number;
  unknownLevels: UnknownLevel[];
};

/** Locks a placement of this employer for a change. Null: missing, or another employer's. */
export async function lockOwnPlacement(tx: Tx, id: number, employerId: number): Promise<OwnLocked | null> {
  const rows = await tx.execute<OwnLocked>(sql`
    SELECT status, claimed, workplace_id AS "workplaceId", unknown_levels AS "unknownLevels" FROM placements
     WHERE id = ${id} AND employer_id = ${employerId} FOR UPDATE`);
  return rows[0] ?? null;
}
