import { type SQL, sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { PlacementDetails } from "#app/domain/placements/placement";
import type {
  contactFields,
  employerFields,
  PlacementForm,
  PlacementFormValues,
  workplaceFields,
} from "#app/domain/placements/placement-form";
import {
  demands,
  type Financing,
  type PlacementStatus,
  type Purpose,
  type Visibility,
} from "#app/domain/placements/vocabulary";
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

export type PlacementToSave = Omit<
  PlacementForm,
  keyof typeof employerFields | keyof typeof workplaceFields | keyof typeof contactFields
> & { employerId: number; workplaceId: number };

const columns = (form: PlacementToSave) => {
  const words = (list: readonly string[]) => sql`${`{${list.join(",")}}`}::text[]`;
  return [
    [sql`employer_id`, sql`${form.employerId}`],
    [sql`workplace_id`, sql`${form.workplaceId}`],
    [sql`title`, sql`${form.title}`],
    [sql`description`, sql`${form.description}`],
    [sql`visibility`, sql`${form.visibility}`],
    [sql`kinds`, words(form.kinds)],
    [sql`purposes`, words(form.purposes)],
    [sql`tasks`, words(form.tasks)],
    [sql`hours_min`, sql`${form.hoursMin}`],
    [sql`hours_max`, sql`${form.hoursMax}`],
    [sql`shortest_day`, sql`${form.shortestDay}`],
    [sql`weekdays`, words(form.weekdays)],
    [sql`weeks_min`, sql`${form.weeksMin}`],
    [sql`weeks_max`, sql`${form.weeksMax}`],
    [sql`starts_from`, sql`${form.startsFrom}::date`],
    [sql`capacity`, sql`${form.capacity}`],
    [sql`supervisor`, sql`${form.supervisor}`],
    [sql`support_level`, sql`${form.supportLevel}`],
    [sql`adaptations`, words(form.adaptations)],
    [sql`other_requirements`, words(form.otherRequirements)],
    [sql`age_min`, sql`${form.ageMin}::smallint`],
    [sql`age_max`, sql`${form.ageMax}::smallint`],
    [sql`financing`, sql`${form.financing}`],
    // Who pays nothing has no cost, whatever was written before.
    [sql`cost_per_week`, sql`${form.financing === "agency" ? form.costPerWeek : null}::integer`],
    [sql`called_off_by`, sql`${form.financing === "agency" ? form.calledOffBy : null}::text`],
    ...demands.map((demand) => [sql.raw(`demand_${demand}`), sql`${form.demands[demand]}`] as const),
  ] as const;
};

/** Of those who write about the same employer at once, known or not yet, the others wait until the first is done. */
export async function waitForEmployer(tx: Tx, organisationNumber: string): Promise<void> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtext('praktikkartan:employer'), hashtext(${organisationNumber}))`,
  );
}

/** The placement that has this title at this workplace of this employer, and who entered it; or null. */
export async function findByTitle(
  tx: Tx,
  { organisationNumber, workplaceName, title }: PlacementForm,
): Promise<{ id: number; createdBy: string | null } | null> {
  const [row] = await tx.execute<{ id: number; createdBy: string | null }>(sql`
    SELECT p.id, p.created_by AS "createdBy" FROM placements p
      JOIN workplaces w ON w.id = p.workplace_id JOIN employers e ON e.id = p.employer_id
     WHERE e.id = coalesce((SELECT employer_id FROM employer_aliases WHERE organisation_number = ${organisationNumber}),
                           (SELECT id FROM employers WHERE organisation_number = ${organisationNumber}))
       AND w.name = ${workplaceName} AND p.title = ${title}`);
  return row ?? null;
}

/** The placement of this title at a workplace, and who entered it; or null. */
export async function findAtWorkplace(
  tx: Tx,
  workplaceId: number,
  title: string,
): Promise<{ id: number; createdBy: string | null } | null> {
  const [row] = await tx.execute<{ id: number; createdBy: string | null }>(sql`
    SELECT id, created_by AS "createdBy" FROM placements WHERE workplace_id = ${workplaceId} AND title = ${title}`);
  return row ?? null;
}

/** The municipality that a placement is in. */
export async function municipalityOf(tx: Tx, id: number): Promise<string> {
  const [row] = await tx.execute<{ code: string }>(
    sql`SELECT municipality_code AS code FROM placements WHERE id = ${id}`,
  );
  return row!.code;
}

/** Adds a placement. Null: the workplace has one with that title already. */
export async function insertPlacement(
  tx: Tx,
  form: PlacementToSave,
  by: { status: PlacementStatus; userId: string; today: string },
): Promise<number | null> {
  const pairs = columns(form);
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO placements (${sql.join(
      pairs.map(([name]) => name),
      sql`, `,
    )}, status, created_by, last_confirmed_on)
    VALUES (${sql.join(
      pairs.map(([, value]) => value),
      sql`, `,
    )}, ${by.status}, ${by.userId}, ${by.today}::date)
    ON CONFLICT (workplace_id, title) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

/** Changes a placement; that is a confirmation too. False: the workplace has another one with that title. */
export async function updatePlacement(
  tx: Tx,
  id: number,
  form: PlacementToSave,
  today: string,
): Promise<boolean> {
  const [taken] = await tx.execute(sql`
    SELECT 1 FROM placements WHERE workplace_id = ${form.workplaceId} AND title = ${form.title} AND id <> ${id}`);
  if (taken) return false;
  await tx.execute(sql`
    UPDATE placements SET ${sql.join(
      columns(form).map(([name, value]) => sql`${name} = ${value}`),
      sql`, `,
    )},
           last_confirmed_on = ${today}::date, updated_at = now()
     WHERE id = ${id}`);
  return true;
}

/**
 * The employer by organisation number (also one that was merged), added or mended. One that staff enter is verified; one
 * that is known already is verified by its review alone.
 */
export async function saveEmployer(
  tx: Tx,
  {
    organisationNumber,
    employerName,
    sector,
  }: Pick<PlacementForm, "organisationNumber" | "employerName" | "sector">,
): Promise<number> {
  const [merged] = await tx.execute<{ id: number }>(sql`
    SELECT employer_id AS id FROM employer_aliases WHERE organisation_number = ${organisationNumber}`);
  if (merged) return merged.id;
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO employers AS e (organisation_number, name, sector, verified)
    VALUES (${organisationNumber}, ${employerName}, ${sector}, true)
    ON CONFLICT (organisation_number) DO UPDATE SET name = excluded.name, sector = excluded.sector
    RETURNING id`);
  return row!.id;
}

/** The workplace by employer and name. A pin that somebody set stays while the locality is the same. */
export async function saveWorkplace(
  tx: Tx,
  workplace: {
    employerId: number;
    name: string;
    address: string;
    locality: string;
    municipalityCode: string;
    point: Point;
  },
): Promise<number> {
  const { employerId, name, address, locality, municipalityCode, point } = workplace;
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO workplaces AS w (employer_id, name, address, locality, municipality_code, point)
    VALUES (${employerId}, ${name}, ${address}, ${locality}, ${municipalityCode}, point(${point.east}, ${point.north}))
    ON CONFLICT (employer_id, name) DO UPDATE
       SET address = excluded.address, locality = excluded.locality, municipality_code = excluded.municipality_code,
           point = CASE WHEN (w.locality, w.municipality_code) = (excluded.locality, excluded.municipality_code)
                        THEN w.point ELSE excluded.point END
    RETURNING id`);
  return row!.id;
}

/** A placement as its form shows it. */
export async function readPlacementForm(tx: Tx, id: number): Promise<PlacementFormValues | null> {
  const [row] = await tx.execute<Record<string, string | string[] | number | null>>(sql`
    SELECT e.organisation_number AS "organisationNumber", e.name AS "employerName", e.sector, w.name AS "workplaceName",
           w.address, CASE WHEN m.name = w.locality THEN w.locality ELSE w.locality || ', ' || m.name END AS locality,
           p.title, p.description, p.kinds, p.tasks, trim_scale(p.hours_min)::text AS "hoursMin",
           trim_scale(p.hours_max)::text AS "hoursMax", trim_scale(p.shortest_day)::text AS "shortestDay", p.weekdays,
           p.weeks_min::text AS "weeksMin", p.weeks_max::text AS "weeksMax", p.capacity::text AS capacity,
           p.support_level::text AS "supportLevel", p.supervisor, p.adaptations, p.purposes,
           p.other_requirements AS "otherRequirements", p.visibility,
           coalesce(p.starts_from::text, '') AS "startsFrom", coalesce(p.age_min::text, '') AS "ageMin",
           coalesce(p.age_max::text, '') AS "ageMax", p.financing,
           coalesce(p.cost_per_week::text, '') AS "costPerWeek", coalesce(p.called_off_by, '') AS "calledOffBy",
           coalesce(c.name, '') AS "contactName", coalesce(c.email, '') AS "contactEmail",
           coalesce(c.phone, '') AS "contactPhone",
           ${sql.join(
             demands.map((demand) => sql.raw(`demand_${demand}::text AS demand_${demand}`)),
             sql`, `,
           )}
      FROM placements p JOIN workplaces w ON w.id = p.workplace_id JOIN employers e ON e.id = p.employer_id
      JOIN municipalities m ON m.code = w.municipality_code
      LEFT JOIN LATERAL (${contactOf(sql`w.id`)}) c ON true
     WHERE p.id = ${id}`);
  if (!row) return null;
  const words = Object.entries(row).filter(([column]) => !column.startsWith("demand_"));
  const levels = Object.fromEntries(demands.map((demand) => [demand, row[`demand_${demand}`]]));
  return { ...Object.fromEntries(words), demands: levels } as unknown as PlacementFormValues;
}

/** The person whom the workplace's form and page name: the first that was entered there. */
const contactOf = (workplaceId: SQL) => sql`
  SELECT id, name, email, phone, user_id FROM contact_persons WHERE workplace_id = ${workplaceId} ORDER BY id LIMIT 1`;

/**
 * Writes whom to talk to at the workplace. Another name takes the place of the first person there, unless the workplace
 * knows somebody of that name or the first one signs in; nobody is removed by an empty form.
 */
export async function saveContact(
  tx: Tx,
  contact: {
    employerId: number;
    workplaceId: number;
    name: string;
    email: string | null;
    phone: string | null;
  },
): Promise<void> {
  const { employerId, workplaceId, name, email, phone } = contact;
  if (name === "") return;
  const [known] = await tx.execute<{ id: number }>(sql`
    SELECT coalesce((SELECT id FROM contact_persons WHERE workplace_id = ${workplaceId} AND name = ${name}),
                    (SELECT id FROM (${contactOf(sql`${workplaceId}`)}) AS first WHERE user_id IS NULL)) AS id`);
  if (known?.id)
    await tx.execute(sql`
      UPDATE contact_persons SET name = ${name}, email = ${email}, phone = ${phone} WHERE id = ${known.id}`);
  else
    await tx.execute(sql`
      INSERT INTO contact_persons (employer_id, workplace_id, name, email, phone)
      VALUES (${employerId}, ${workplaceId}, ${name}, ${email}, ${phone})
      ON CONFLICT (employer_id, workplace_id, name) DO UPDATE SET email = excluded.email, phone = excluded.phone`);
}

/** What staff and the employer itself may read beside the placement: whom to talk to, who supervises, what it costs. */
export type PlacementTerms = {
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  supervisor: string;
  financing: Financing;
  costPerWeek: number | null;
  calledOffBy: string | null;
};

/** Those terms; row level security shows the person to staff and the employer itself only. */
export async function readTerms(tx: Tx, id: number): Promise<PlacementTerms | null> {
  const [row] = await tx.execute<PlacementTerms>(sql`
    SELECT c.name AS "contactName", c.email AS "contactEmail", c.phone AS "contactPhone", p.supervisor, p.financing,
           p.cost_per_week AS "costPerWeek", p.called_off_by AS "calledOffBy"
      FROM placements p LEFT JOIN LATERAL (${contactOf(sql`p.workplace_id`)}) c ON true WHERE p.id = ${id}`);
  return row ?? null;
}

/** Hides from search what was confirmed more than 120 days ago; answers how many placements that was. */
export async function hideUnconfirmedPlacements(executor: Executor): Promise<number> {
  const rows = await executor.execute<{ hidden: number }>(
    sql`SELECT hide_unconfirmed_placements() AS hidden`,
  );
  return rows[0]?.hidden ?? 0;
}
