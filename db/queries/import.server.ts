import { sql } from "drizzle-orm";
import type { PlacementRow } from "#app/domain/import/placement-row";
import type { Executor, Tx } from "#db/client.server";

// Set-wise writing of a batch: one statement a table. Rows travel as one jsonb parameter. Each statement tells only
// what it really changed, so that importing the same file again touches nothing.

/** One import of shared rows at a time: two files with the same employer wait for each other, batch by batch. */
export async function lockImport(tx: Tx, kind: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`praktikkartan:import:${kind}`}))`);
}

export type KnownLocality = { name: string; municipalityCode: string; east: number; north: number };

/** Every municipality and locality, the largest first: small enough to be at hand for a whole import. */
export async function listKnownPlaces(tx: Tx) {
  const municipalities = await tx.execute<{ code: string; name: string }>(
    sql`SELECT code, name FROM municipalities`,
  );
  const localities = await tx.execute<KnownLocality>(sql`
    SELECT name, municipality_code AS "municipalityCode", east, north FROM localities ORDER BY population DESC, id`);
  return { municipalities: [...municipalities], localities: [...localities] };
}

/** Adds employers as verified, and mends name and sector; only a review verifies one that is known. Answers those that changed. */
export async function upsertEmployers(tx: Tx, employers: PlacementRow["employer"][]): Promise<Set<string>> {
  const changed = await tx.execute<{ organisation_number: string }>(sql`
    INSERT INTO employers AS e (organisation_number, name, sector, verified)
    SELECT "organisationNumber", name, sector, true
      FROM jsonb_to_recordset(${json(employers)}::jsonb) AS x("organisationNumber" text, name text, sector text)
     -- A record that was merged away is not made again: its rows belong to the one that took it in.
     WHERE NOT EXISTS (SELECT FROM employer_aliases a WHERE a.organisation_number = x."organisationNumber")
     ORDER BY 1
    ON CONFLICT (organisation_number) DO UPDATE
       SET name = excluded.name, sector = excluded.sector
     WHERE (e.name, e.sector) IS DISTINCT FROM (excluded.name, excluded.sector)
    RETURNING organisation_number`);
  return new Set(changed.map((row) => row.organisation_number));
}

/** The ids of employers by organisation number, also by the number of a record that was merged away. */
export async function findEmployerIds(tx: Tx, numbers: string[]): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: number; organisation_number: string }>(sql`
    SELECT id, organisation_number FROM employers
     WHERE organisation_number IN (SELECT jsonb_array_elements_text(${json(numbers)}::jsonb))
    UNION ALL
    SELECT employer_id, organisation_number FROM employer_aliases
     WHERE organisation_number IN (SELECT jsonb_array_elements_text(${json(numbers)}::jsonb))`);
  return new Map(rows.map((row) => [row.organisation_number, row.id]));
}

export type WorkplaceToWrite = {
  employerId: number;
  name: string;
  address: string;
  locality: string;
  municipalityCode: string;
  east: number;
  north: number;
  /** The file says exactly where: otherwise the point is the locality's, and a pin that somebody set stays. */
  exact: boolean;
};

/** Adds workplaces and mends address and point. Answers the keys (see `workplaceKey`) of those that changed. */
export async function upsertWorkplaces(tx: Tx, workplaces: WorkplaceToWrite[]): Promise<Set<string>> {
  const changed = await tx.execute<{ employer_id: number; name: string }>(sql`
    INSERT INTO workplaces AS w (employer_id, name, address, locality, municipality_code, point)
    SELECT x."employerId", x.name, x.address, x.locality, x."municipalityCode",
           CASE WHEN NOT x.exact AND old.locality = x.locality AND old.municipality_code = x."municipalityCode"
                THEN old.point ELSE point(x.east, x.north) END
      FROM jsonb_to_recordset(${json(workplaces)}::jsonb) AS x("employerId" integer, name text, address text,
           locality text, "municipalityCode" text, east double precision, north double precision, exact boolean)
      LEFT JOIN workplaces old ON old.employer_id = x."employerId" AND old.name = x.name
     ORDER BY 1, 2
    ON CONFLICT (employer_id, name) DO UPDATE
       SET address = excluded.address, locality = excluded.locality,
           municipality_code = excluded.municipality_code, point = excluded.point
     WHERE (w.address, w.locality, w.municipality_code, w.point[0], w.point[1])
           IS DISTINCT FROM (excluded.address, excluded.locality, excluded.municipality_code, excluded.point[0], excluded.point[1])
    RETURNING employer_id, name`);
  return new Set(changed.map((row) => workplaceKey(row.employer_id, row.name)));
}

/** What makes a workplace the same one. */
export function workplaceKey(employerId: number, name: string): string {
  return `${employerId}/${name}`;
}

/** The ids of the workplaces of some employers, by `workplaceKey`. */
export async function findWorkplaceIds(tx: Tx, employerIds: number[]): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: number; employer_id: number; name: string }>(sql`
    SELECT id, employer_id, name FROM workplaces
     WHERE employer_id IN (SELECT value::integer FROM jsonb_array_elements_text(${json(employerIds)}::jsonb))`);
  return new Map(rows.map((row) => [workplaceKey(row.employer_id, row.name), row.id]));
}

export type ContactToWrite = {
  employerId: number;
  workplaceId: number;
  name: string;
  email: string | null;
  phone: string | null;
};

/** Adds contact persons and fills in what the file knows; an empty cell takes nothing away. Answers workplace ids. */
export async function upsertContactPersons(tx: Tx, contacts: ContactToWrite[]): Promise<Set<number>> {
  const changed = await tx.execute<{ workplace_id: number }>(sql`
    INSERT INTO contact_persons AS c (employer_id, workplace_id, name, email, phone)
    SELECT "employerId", "workplaceId", name, email, phone
      FROM jsonb_to_recordset(${json(contacts)}::jsonb)
           AS x("employerId" integer, "workplaceId" integer, name text, email text, phone text)
     ORDER BY 1, 2, 3
    ON CONFLICT (employer_id, workplace_id, name) DO UPDATE
       SET email = coalesce(excluded.email, c.email), phone = coalesce(excluded.phone, c.phone)
     WHERE (c.email, c.phone)
           IS DISTINCT FROM (coalesce(excluded.email, c.email), coalesce(excluded.phone, c.phone))
    RETURNING workplace_id`);
  return new Set(changed.map((row) => row.workplace_id));
}

export type PlacementToWrite = Omit<PlacementRow, "employer" | "workplace" | "contact"> & {
  employerId: number;
  workplaceId: number;
};

/**
 * Rows whose placement is there already and is not the actor's to change: neither in the association's municipalities
 * nor entered by the actor, as in the form (placement-register.server.ts, lockPlacement). By line, with the association that
 * looks after it, or null.
 */
export async function findForeign(
  tx: Tx,
  wanted: { line: number; number: string; workplace: string; title: string }[],
  { associationId, userId }: { associationId: number | null; userId: string | null },
): Promise<Map<number, string | null>> {
  const rows = await tx.execute<{ line: number; association: string | null }>(sql`
    SELECT x.line, (SELECT min(s.name) FROM association_municipalities m JOIN associations s ON s.id = m.association_id
                     WHERE m.municipality_code = p.municipality_code) AS association
      FROM jsonb_to_recordset(${json(wanted)}::jsonb) AS x(line integer, number text, workplace text, title text)
      JOIN LATERAL (SELECT coalesce(
             (SELECT employer_id FROM employer_aliases WHERE organisation_number = x.number),
             (SELECT id FROM employers WHERE organisation_number = x.number)) AS id) e ON true
      JOIN workplaces w ON w.employer_id = e.id AND w.name = x.workplace
      JOIN placements p ON p.workplace_id = w.id AND p.title = x.title
     WHERE p.created_by IS DISTINCT FROM ${userId}::text
       AND p.municipality_code NOT IN (SELECT municipality_code FROM association_municipalities
                                        WHERE association_id = ${associationId})`);
  return new Map(rows.map(({ line, association }) => [line, association]));
}

/** What makes a placement the same one. */
export function placementKey(workplaceId: number, title: string): string {
  return `${workplaceId}/${title}`;
}

/** Slots that are taken at those of the placements which exist already, by `placementKey`. Locks them. */
export async function findClaimed(
  tx: Tx,
  placements: { workplaceId: number; title: string }[],
): Promise<Map<string, number>> {
  const wanted = placements.map(({ workplaceId, title }) => ({ workplaceId, title }));
  const rows = await tx.execute<{ workplace_id: number; title: string; claimed: number }>(sql`
    SELECT p.workplace_id, p.title, p.claimed
      FROM jsonb_to_recordset(${json(wanted)}::jsonb) AS x("workplaceId" integer, title text)
      JOIN placements p ON p.workplace_id = x."workplaceId" AND p.title = x.title
     ORDER BY p.id FOR UPDATE OF p`);
  return new Map(rows.map((row) => [placementKey(row.workplace_id, row.title), row.claimed]));
}

/**
 * Adds placements as published, and mends those whose terms differ. Their status stays what staff made it, a
 * confirmation newer than the file's is kept, and what the file does not say (null) too. Answers what changed, by `placementKey`: true = new.
 */
export async function upsertPlacements(
  tx: Tx,
  placements: PlacementToWrite[],
  createdBy: string | null,
): Promise<Map<string, boolean>> {
  const changed = await tx.execute<{ workplace_id: number; title: string; inserted: boolean }>(sql`
    INSERT INTO placements AS p (employer_id, workplace_id, title, description, status, visibility, kinds, purposes,
           tasks, hours_min, hours_max, shortest_day, weekdays, weeks_min, weeks_max, starts_from, capacity, supervisor,
           support_level, demand_lyft, demand_staende, demand_tempo, demand_sociala_kontakter, demand_buller,
           demand_koncentration, demand_sjalvstandighet, demand_lasa_skriva, demand_tala_svenska, demand_finmotorik,
           adaptations, other_requirements, age_min, age_max, last_confirmed_on, created_by)
    SELECT x."employerId", x."workplaceId", x.title, x.description, 'published',
           coalesce(x.visibility, old.visibility, 'public'), x.kinds, coalesce(x.purposes, old.purposes, '{}'),
           x.tasks, x."hoursMin", x."hoursMax", x."shortestDay", x.weekdays, x."weeksMin", x."weeksMax",
           coalesce(x."startsFrom", old.starts_from), x.capacity, x.supervisor,
           x."supportLevel", (x.demands->>'lyft')::smallint, (x.demands->>'staende')::smallint, (x.demands->>'tempo')::smallint,
           (x.demands->>'sociala_kontakter')::smallint, (x.demands->>'buller')::smallint,
           (x.demands->>'koncentration')::smallint, (x.demands->>'sjalvstandighet')::smallint,
           (x.demands->>'lasa_skriva')::smallint, (x.demands->>'tala_svenska')::smallint, (x.demands->>'finmotorik')::smallint,
           x.adaptations, x."otherRequirements", coalesce(x."ageMin", old.age_min), coalesce(x."ageMax", old.age_max),
           greatest(x."lastConfirmedOn", old.last_confirmed_on), ${createdBy}
      FROM jsonb_to_recordset(${json(placements)}::jsonb) AS x("employerId" integer, "workplaceId" integer, title text,
           description text, visibility text, kinds text[], purposes text[], tasks text[], "hoursMin" numeric(4,1),
           "hoursMax" numeric(4,1), "shortestDay" numeric(3,1), weekdays text[], "weeksMin" integer, "weeksMax" integer,
           "startsFrom" date, capacity integer, supervisor text, "supportLevel" smallint, demands jsonb,
           adaptations text[], "otherRequirements" text[], "ageMin" smallint, "ageMax" smallint, "lastConfirmedOn" date)
      LEFT JOIN placements old ON old.workplace_id = x."workplaceId" AND old.title = x.title
    ON CONFLICT (workplace_id, title) DO UPDATE
       SET description = excluded.description, visibility = excluded.visibility, kinds = excluded.kinds,
           purposes = excluded.purposes, tasks = excluded.tasks, hours_min = excluded.hours_min,
           hours_max = excluded.hours_max, shortest_day = excluded.shortest_day, weekdays = excluded.weekdays,
           weeks_min = excluded.weeks_min, weeks_max = excluded.weeks_max, starts_from = excluded.starts_from,
           capacity = excluded.capacity, supervisor = excluded.supervisor, support_level = excluded.support_level,
           demand_lyft = excluded.demand_lyft, demand_staende = excluded.demand_staende,
           demand_tempo = excluded.demand_tempo, demand_sociala_kontakter = excluded.demand_sociala_kontakter,
           demand_buller = excluded.demand_buller, demand_koncentration = excluded.demand_koncentration,
           demand_sjalvstandighet = excluded.demand_sjalvstandighet, demand_lasa_skriva = excluded.demand_lasa_skriva,
           demand_tala_svenska = excluded.demand_tala_svenska, demand_finmotorik = excluded.demand_finmotorik,
           adaptations = excluded.adaptations, other_requirements = excluded.other_requirements,
           age_min = excluded.age_min, age_max = excluded.age_max,
           last_confirmed_on = excluded.last_confirmed_on, updated_at = now()
     WHERE (p.description, p.visibility, p.kinds, p.purposes, p.tasks, p.hours_min, p.hours_max, p.shortest_day, p.weekdays,
            p.weeks_min, p.weeks_max, p.starts_from, p.capacity, p.supervisor, p.support_level,
            p.demand_lyft, p.demand_staende, p.demand_tempo, p.demand_sociala_kontakter, p.demand_buller,
            p.demand_koncentration, p.demand_sjalvstandighet, p.demand_lasa_skriva, p.demand_tala_svenska,
            p.demand_finmotorik, p.adaptations, p.other_requirements, p.age_min, p.age_max, p.last_confirmed_on)
           IS DISTINCT FROM
           (excluded.description, excluded.visibility, excluded.kinds, excluded.purposes, excluded.tasks, excluded.hours_min,
            excluded.hours_max, excluded.shortest_day, excluded.weekdays,
            excluded.weeks_min, excluded.weeks_max, excluded.starts_from, excluded.capacity, excluded.supervisor,
            excluded.support_level,
            excluded.demand_lyft, excluded.demand_staende, excluded.demand_tempo, excluded.demand_sociala_kontakter,
            excluded.demand_buller, excluded.demand_koncentration, excluded.demand_sjalvstandighet,
            excluded.demand_lasa_skriva, excluded.demand_tala_svenska, excluded.demand_finmotorik, excluded.adaptations,
            excluded.other_requirements, excluded.age_min, excluded.age_max,
            excluded.last_confirmed_on)
    RETURNING workplace_id, title, (xmax = 0) AS inserted`);
  return new Map(changed.map((row) => [placementKey(row.workplace_id, row.title), row.inserted]));
}

/** A jsonb parameter: drizzle hands it over as text. */
function json(value: unknown): string {
  return JSON.stringify(value);
}

/** All associations, the first one first. */
export async function listAssociations(db: Executor): Promise<{ id: number; name: string }[]> {
  return db.execute<{ id: number; name: string }>(sql`SELECT id, name FROM associations ORDER BY id`);
}
