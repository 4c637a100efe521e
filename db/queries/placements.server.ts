import { sql } from "drizzle-orm";
import type { PlacementDetails } from "#app/domain/placements/placement";
import type { PlacementStatus, Purpose, Visibility } from "#app/domain/placements/vocabulary";
import type { Executor, Tx } from "#db/client.server";
import { type CardRow, toCard } from "#db/queries/placement-search.server";

type DetailsRow = CardRow & {
  description: string;
  status: PlacementStatus;
  visibility: Visibility;
  listed: boolean;
  purposes: Purpose[];
  starts_from: string | null;
  age_min: number | null;
  age_max: number | null;
  has_supervisor: boolean;
  employer_id: number;
  workplace_name: string;
  address: string;
  municipality: string;
};

/** One placement with all that its page shows. Who may see it is the service's decision. */
export async function findPlacement(db: Executor, id: number): Promise<PlacementDetails | null> {
  const [row] = await db.execute<DetailsRow>(sql`
    SELECT p.*, p.point[0] AS east, p.point[1] AS north, NULL AS distance,
           p.hours_min::float8 AS hours_min, p.hours_max::float8 AS hours_max, p.shortest_day::float8 AS shortest_day,
           greatest(p.capacity - p.claimed, 0) AS free_slots, p.last_confirmed_on::text AS last_confirmed_on,
           p.starts_from::text AS starts_from, p.supervisor <> '' AS has_supervisor,
           w.name AS workplace_name, w.address, m.name AS municipality
      FROM placements p
      JOIN workplaces w ON w.id = p.workplace_id
      JOIN municipalities m ON m.code = p.municipality_code
     WHERE p.id = ${id}`);
  if (!row) return null;
  return {
    ...toCard(row),
    description: row.description,
    status: row.status,
    visibility: row.visibility,
    listed: row.listed,
    purposes: row.purposes,
    startsFrom: row.starts_from,
    ageMin: row.age_min,
    ageMax: row.age_max,
    hasSupervisor: row.has_supervisor,
    employerId: row.employer_id,
    workplaceName: row.workplace_name,
    address: row.address,
    municipality: row.municipality,
  };
}

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

/** Sets the status. Publishing is also a confirmation. */
export async function setStatus(tx: Tx, id: number, status: PlacementStatus, today: string): Promise<void> {
  await tx.execute(sql`
    UPDATE placements SET status = ${status}, updated_at = now(),
           last_confirmed_on = CASE WHEN ${status} = 'published' THEN ${today}::date ELSE last_confirmed_on END
     WHERE id = ${id}`);
}

/** Somebody said today that the placement is still right. */
export async function confirmPlacement(tx: Tx, id: number, today: string): Promise<void> {
  await tx.execute(
    sql`UPDATE placements SET last_confirmed_on = ${today}::date, updated_at = now() WHERE id = ${id}`,
  );
}
