import { type SQL, sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { Appetite } from "#app/domain/organisations/employer";
import type { EmployerForm } from "#app/domain/organisations/employer-form";
import type { EmployerPerson } from "#app/domain/organisations/register";
import type { PlacementKind, PlacementStatus, Sector } from "#app/domain/placements/vocabulary";
import type { Executor, Tx } from "#db/client.server";
import { unlessTaken } from "#db/unique.server";

/** Of `employers e`: its number is a person's own. As domain/organisations/organisation-number says it; null without one. */
export const hasPersonalNumber = sql`(e.organisation_number ~ '^[0-9]{2}[01]')`;

/** The record itself. `askAgainOn` is an ISO date. */
export type EmployerRecord = {
  id: number;
  /** Null until somebody fills it in. */
  organisationNumber: string | null;
  name: string;
  sector: Sector;
  verified: boolean;
  appetite: Appetite;
  askAgainOn: string | null;
  owner: { userId: string; name: string } | null;
};

const selectRecord = sql`
  SELECT e.id, e.organisation_number AS "organisationNumber", e.name, e.sector, e.verified, e.appetite,
         e.ask_again_on::text AS "askAgainOn", e.contact_owner_user AS owner_user, e.contact_owner_name AS owner_name
    FROM employers e`;
type RecordRow = Omit<EmployerRecord, "owner"> & { owner_user: string | null; owner_name: string | null };

function toRecord({ owner_user, owner_name, ...row }: RecordRow): EmployerRecord {
  return { ...row, owner: owner_user === null ? null : { userId: owner_user, name: owner_name ?? "" } };
}

/** The employer, or null. */
export async function findEmployer(db: Executor, id: number): Promise<EmployerRecord | null> {
  const [row] = await db.execute<RecordRow>(sql`${selectRecord} WHERE e.id = ${id}`);
  return row ? toRecord(row) : null;
}

/** The same, locked until the transaction ends; several in the order of their ids, so that nobody waits in a ring. */
export async function lockEmployers(tx: Tx, ids: number[]): Promise<EmployerRecord[]> {
  const rows = await tx.execute<RecordRow>(sql`
    ${selectRecord} WHERE e.id = ANY (${`{${ids.join(",")}}`}::text::integer[]) ORDER BY e.id FOR UPDATE`);
  return rows.map(toRecord);
}

/** Where a record that was merged away is found now, or null. */
export async function aliasOf(db: Executor, goneId: number): Promise<number | null> {
  const [row] = await db.execute<{ employer_id: number }>(sql`
    SELECT employer_id FROM employer_aliases WHERE gone_id = ${goneId}`);
  return row?.employer_id ?? null;
}

/** Which employer has this number today, also when it was the number of a record that has been merged away. */
export async function findByNumber(db: Executor, number: string): Promise<number | null> {
  const [row] = await db.execute<{ id: number }>(sql`
    SELECT id FROM employers WHERE organisation_number = ${number}
    UNION ALL SELECT employer_id FROM employer_aliases WHERE organisation_number = ${number} LIMIT 1`);
  return row?.id ?? null;
}

/**
 * Adds an employer; null when the number is taken. One that staff enter is verified, unless nobody has seen its number.
 */
export async function insertEmployer(tx: Tx, form: EmployerForm): Promise<number | null> {
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO employers (organisation_number, name, sector, appetite, ask_again_on, verified)
    VALUES (${form.organisationNumber ?? null}::text, ${form.name}, ${form.sector}, ${form.appetite},
            ${form.askAgainOn ?? null}::date, ${form.organisationNumber !== undefined})
    ON CONFLICT (organisation_number) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

/**
 * Changes an employer. Its review alone verifies it, or staff who fill in the number that nobody had. False: another employer
 * has that number.
 */
export async function updateEmployer(tx: Tx, id: number, form: EmployerForm): Promise<boolean> {
  const update = sql`
    UPDATE employers SET verified = verified OR (organisation_number IS NULL AND ${form.organisationNumber ?? null}::text IS NOT NULL),
           organisation_number = coalesce(${form.organisationNumber ?? null}::text, organisation_number),
           name = ${form.name}, sector = ${form.sector}, appetite = ${form.appetite}, ask_again_on = ${form.askAgainOn ?? null}::date
     WHERE id = ${id}`;
  return (await unlessTaken(tx, (inner) => inner.execute(update))) !== null;
}

/**
 * Gives an employer that had none its number. False: it had one already, or another employer has this one. Whoever fills it
 * in has seen that the employer is who it says.
 */
export async function fillInNumber(tx: Tx, id: number, number: string): Promise<boolean> {
  const update = sql`
    UPDATE employers SET organisation_number = ${number}, verified = true
     WHERE id = ${id} AND organisation_number IS NULL RETURNING 1`;
  return ((await unlessTaken(tx, (inner) => inner.execute(update))) ?? []).length > 0;
}

/** Of those who add an employer in the same municipality, the others wait until the first is done. */
export async function waitForPlace(tx: Tx, municipalityCode: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtext('praktikkartan:new employer'), hashtext(${municipalityCode}))`,
  );
}

/** Employers with this name, or one that differs by its legal form, spaces and marks only, in this place. */
export async function findAlike(
  db: Executor,
  name: string,
  { name: locality, municipalityCode }: { name: string; municipalityCode: string },
): Promise<{ id: number; name: string }[]> {
  const bare = (text: SQL) => sql`regexp_replace(
    regexp_replace(translate(lower(${text}), 'åäöéèü', 'aaoeeu'), '\\m(ab|hb|kb|ek|for|ekonomisk|forening)\\M', '', 'g'),
    '[^a-z0-9]', '', 'g')`;
  return db.execute<{ id: number; name: string }>(sql`
    SELECT e.id, e.name FROM employers e
     WHERE ${bare(sql`e.name`)} = ${bare(sql`${name}::text`)} AND EXISTS (
       SELECT FROM workplaces w WHERE w.employer_id = e.id AND w.municipality_code = ${municipalityCode}
          AND w.locality = ${locality})
     ORDER BY e.id LIMIT 5`);
}

export type WorkplaceRow = {
  id: number;
  name: string;
  address: string;
  locality: string;
  municipality: string;
  point: Point;
};

/** An employer's workplaces by name. */
export async function listWorkplaces(db: Executor, employerId: number): Promise<WorkplaceRow[]> {
  const rows = await db.execute<Omit<WorkplaceRow, "point"> & { east: number; north: number }>(sql`
    SELECT w.id, w.name, w.address, w.locality, m.name AS municipality, w.point[0] AS east, w.point[1] AS north
      FROM workplaces w JOIN municipalities m ON m.code = w.municipality_code
     WHERE w.employer_id = ${employerId} ORDER BY lower(w.name), w.id`);
  return rows.map(({ east, north, ...row }) => ({ ...row, point: { east, north } }));
}

/** Adds or changes a workplace; null when the employer has another one with that name, or no such workplace. */
export async function writeWorkplace(
  tx: Tx,
  employerId: number,
  workplaceId: number | null,
  form: { name: string; address: string; locality: string; municipalityCode: string; point: Point },
): Promise<number | null> {
  const [taken] = await tx.execute(sql`
    SELECT FROM workplaces WHERE employer_id = ${employerId} AND name = ${form.name}
       AND id IS DISTINCT FROM ${workplaceId}::integer`);
  if (taken) return null;
  const point = sql`point(${form.point.east}::float8, ${form.point.north}::float8)`;
  // A pin that somebody set stays while the locality is the same.
  const [row] =
    workplaceId === null
      ? await tx.execute<{ id: number }>(sql`
          INSERT INTO workplaces (employer_id, name, address, locality, municipality_code, point)
          VALUES (${employerId}, ${form.name}, ${form.address}, ${form.locality}, ${form.municipalityCode}, ${point})
          RETURNING id`)
      : await tx.execute<{ id: number }>(sql`
          UPDATE workplaces w SET name = ${form.name}, address = ${form.address}, locality = ${form.locality},
                 municipality_code = ${form.municipalityCode},
                 point = CASE WHEN (w.locality, w.municipality_code) = (${form.locality}, ${form.municipalityCode})
                              THEN w.point ELSE ${point} END
           WHERE id = ${workplaceId} AND employer_id = ${employerId} RETURNING id`);
  return row?.id ?? null;
}

export type PlacementOfEmployer = {
  id: number;
  workplaceId: number;
  title: string;
  kinds: PlacementKind[];
  status: PlacementStatus;
  capacity: number;
  freeSlots: number;
  lastConfirmedOn: string;
  isOurs: boolean;
};

/** An employer's placements in every status, archived ones last. `isOurs`: this coordinator may change it. */
export async function listPlacementsOf(
  db: Executor,
  employerId: number,
  { associationId, userId }: { associationId: number; userId: string },
): Promise<PlacementOfEmployer[]> {
  const rows = await db.execute<PlacementOfEmployer>(sql`
    SELECT p.id, p.workplace_id AS "workplaceId", p.title, p.kinds, p.status, p.capacity,
           greatest(p.capacity - p.claimed, 0) AS "freeSlots", p.last_confirmed_on::text AS "lastConfirmedOn",
           (p.created_by IS NOT DISTINCT FROM ${userId} OR EXISTS (SELECT FROM association_municipalities a
              WHERE a.association_id = ${associationId} AND a.municipality_code = p.municipality_code)) AS "isOurs"
      FROM placements p WHERE p.employer_id = ${employerId}
     ORDER BY p.status = 'archived', p.title, p.id`);
  return [...rows];
}

/** The people at an employer, by name. */
export async function listPeopleOf(tx: Tx, employerId: number): Promise<EmployerPerson[]> {
  const rows = await tx.execute<EmployerPerson>(sql`
    SELECT id, workplace_id AS "workplaceId", name, email, phone FROM contact_persons
     WHERE employer_id = ${employerId} ORDER BY lower(name), id`);
  return [...rows];
}
