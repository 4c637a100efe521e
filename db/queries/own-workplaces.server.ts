import { sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { Appetite } from "#app/domain/organisations/employer";
import type { Tx } from "#db/client.server";

export type OwnWorkplace = {
  id: number;
  name: string;
  address: string;
  /** As the form takes it: with the municipality when the town's name alone is not enough. */
  locality: string;
  municipalityCode: string;
  point: Point;
  placements: number;
};

/** An employer's workplaces by name, with how many placements each has that are not archived. */
export async function listOwnWorkplaces(tx: Tx, employerId: number): Promise<OwnWorkplace[]> {
  const rows = await tx.execute<Omit<OwnWorkplace, "point"> & { east: number; north: number }>(sql`
    SELECT w.id, w.name, w.address, w.municipality_code AS "municipalityCode",
           CASE WHEN m.name = w.locality THEN w.locality ELSE w.locality || ', ' || m.name END AS locality,
           w.point[0] AS east, w.point[1] AS north,
           (SELECT count(*)::integer FROM placements p WHERE p.workplace_id = w.id AND p.status <> 'archived') AS placements
      FROM workplaces w JOIN municipalities m ON m.code = w.municipality_code
     WHERE w.employer_id = ${employerId} ORDER BY lower(w.name), w.id`);
  return rows.map(({ east, north, ...row }) => ({ ...row, point: { east, north } }));
}

/** Adds or changes a workplace, its pin included. Null: the employer has another one of that name. */
export async function writeOwnWorkplace(
  tx: Tx,
  employerId: number,
  id: number | null,
  place: { name: string; address: string; locality: string; municipalityCode: string; point: Point },
): Promise<number | null> {
  const [taken] = await tx.execute(sql`
    SELECT FROM workplaces WHERE employer_id = ${employerId} AND name = ${place.name}
       AND id IS DISTINCT FROM ${id}::integer`);
  if (taken) return null;
  const point = sql`point(${place.point.east}::float8, ${place.point.north}::float8)`;
  const [row] =
    id === null
      ? await tx.execute<{ id: number }>(sql`
          INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
          VALUES (${employerId}, ${place.name}, ${place.address}, ${place.locality}, ${place.municipalityCode}, ${point})
          ON CONFLICT (employer_id, name) DO NOTHING RETURNING id`)
      : await tx.execute<{ id: number }>(sql`
          UPDATE workplaces SET name = ${place.name}, address = ${place.address}, locality = ${place.locality},
                 municipality_code = ${place.municipalityCode}, point = ${point}
           WHERE id = ${id} AND employer_id = ${employerId} RETURNING id`);
  return row?.id ?? null;
}

/** The employer itself as its portal shows it. The day is an ISO date. */
export type OwnEmployer = {
  name: string;
  organisationNumber: string | null;
  verified: boolean;
  appetite: Appetite;
  askAgainOn: string | null;
};

export async function readOwnEmployer(tx: Tx, employerId: number): Promise<OwnEmployer | null> {
  const [row] = await tx.execute<OwnEmployer>(sql`
    SELECT name, organisation_number AS "organisationNumber", verified, appetite, ask_again_on::text AS "askAgainOn"
      FROM employers WHERE id = ${employerId}`);
  return row ?? null;
}

/** How willing the employer is now; a yes has no day to ask again. */
export async function setAppetite(
  tx: Tx,
  employerId: number,
  appetite: Appetite,
  askAgainOn: string | null,
): Promise<void> {
  await tx.execute(sql`
    UPDATE employers SET appetite = ${appetite}, ask_again_on = ${askAgainOn}::date WHERE id = ${employerId}`);
}

/** One year of what the places led to. */
export type YearOfHosting = { year: number; asked: number; welcomed: number; visits: number; agreed: number };

/** What the places of the employer who asks led to, newest year first. */
export async function listOutcomes(tx: Tx): Promise<YearOfHosting[]> {
  return [...(await tx.execute<YearOfHosting>(sql`SELECT * FROM own_outcomes()`))];
}
