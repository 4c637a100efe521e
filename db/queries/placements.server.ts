import { sql } from "drizzle-orm";
import type { PlacementDetails } from "#app/domain/placements/placement";
import type { PlacementStatus, Purpose, Visibility } from "#app/domain/placements/vocabulary";
import type { Executor, Tx } from "#db/client.server";
import { type CardRow, toCard } from "#db/queries/placement-cards.server";

type DetailsRow = CardRow & {
  description: string;
  status: PlacementStatus;
  visibility: Visibility;
  listed: boolean;
  purposes: Purpose[];
  starts_from: string | null;
  free_from: string | null;
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
           p.starts_from::text AS starts_from,
           CASE WHEN p.claimed >= p.capacity THEN next_free_day(p.id) END::text AS free_from, p.supervisor <> '' AS has_supervisor,
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
    freeFrom: row.free_from,
    ageMin: row.age_min,
    ageMax: row.age_max,
    hasSupervisor: row.has_supervisor,
    employerId: row.employer_id,
    workplaceName: row.workplace_name,
    address: row.address,
    municipality: row.municipality,
  };
}

/** The municipality that a placement is in. */
export async function municipalityOf(tx: Tx, id: number): Promise<string> {
  const [row] = await tx.execute<{ code: string }>(
    sql`SELECT municipality_code AS code FROM placements WHERE id = ${id}`,
  );
  return row!.code;
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

/** Hides from search what was confirmed more than 120 days ago; answers how many placements that was. */
export async function hideUnconfirmedPlacements(executor: Executor): Promise<number> {
  const rows = await executor.execute<{ hidden: number }>(
    sql`SELECT hide_unconfirmed_placements() AS hidden`,
  );
  return rows[0]?.hidden ?? 0;
}
