import { sql } from "drizzle-orm";
import type { PlacementStatus, Visibility } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";

/** What the coordinator's register shows of a placement. */
export type RegisterRow = {
  id: number;
  title: string;
  employerName: string;
  locality: string;
  status: PlacementStatus;
  visibility: Visibility;
  listed: boolean;
  capacity: number;
  claimed: number;
  lastConfirmedOn: string;
};
export type RegisterSearch = {
  associationId: number;
  userId: string;
  text: string;
  status: PlacementStatus | null;
};

const ofAssociation = (search: RegisterSearch) => sql`
  (p.municipality_code IN (SELECT municipality_code FROM association_municipalities
                            WHERE association_id = ${search.associationId})
    OR p.created_by = ${search.userId})
  AND (${search.status}::text IS NULL OR p.status = ${search.status})
  AND (${search.text} = '' OR p.title ILIKE ${pattern(search.text)} OR p.employer_name ILIKE ${pattern(search.text)}
    OR p.locality ILIKE ${pattern(search.text)})`;

/** A page of the association's placements: what needs a coordinator first (review, oldest confirmation). */
export async function listRegister(tx: Tx, search: RegisterSearch, limit: number, offset: number) {
  const rows = await tx.execute<RegisterRow>(sql`
    SELECT p.id, p.title, p.employer_name AS "employerName", p.locality, p.status, p.visibility, p.listed, p.capacity,
           p.claimed, p.last_confirmed_on::text AS "lastConfirmedOn"
      FROM placements p WHERE ${ofAssociation(search)}
     ORDER BY array_position('{in_review,draft,published,paused,archived}'::text[], p.status), p.last_confirmed_on, p.id
     LIMIT ${limit} OFFSET ${offset}`);
  const [count] = await tx.execute<{ total: number }>(sql`
    SELECT count(*)::integer AS total FROM placements p WHERE ${ofAssociation(search)}`);
  return { rows: [...rows], total: count?.total ?? 0 };
}

function pattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

/** Locks a placement of the association for a change. Null: missing, or another association's. */
export async function lockPlacement(
  tx: Tx,
  id: number,
  of: Pick<RegisterSearch, "associationId" | "userId">,
) {
  const [row] = await tx.execute<{
    id: number;
    status: PlacementStatus;
    claimed: number;
    workplaceId: number;
    employerId: number;
  }>(sql`
    SELECT p.id, p.status, p.claimed, p.workplace_id AS "workplaceId", p.employer_id AS "employerId"
      FROM placements p WHERE p.id = ${id} AND ${ofAssociation({ ...of, text: "", status: null })} FOR UPDATE`);
  return row ?? null;
}
