import { sql } from "drizzle-orm";
import type { Point } from "#app/domain/geo/point";
import type { UnknownLevel } from "#app/domain/placements/offer-listing";
import type {
  contactFields,
  employerFields,
  PlacementForm,
  PlacementFormValues,
  workplaceFields,
} from "#app/domain/placements/placement-form";
import { demands, type PlacementStatus } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";
import { contactOf } from "#db/queries/placement-contact.server";

export type PlacementToSave = Omit<
  PlacementForm,
  keyof typeof employerFields | keyof typeof workplaceFields | keyof typeof contactFields
> & {
  employerId: number;
  workplaceId: number;
  /** What nobody knows yet; without it everything was answered. */
  unknownLevels?: UnknownLevel[];
};

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
    [sql`unknown_levels`, words(form.unknownLevels ?? [])],
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

/** The titles of all placements at a placement's workplace. */
export async function listTitlesBeside(tx: Tx, id: number): Promise<string[]> {
  const rows = await tx.execute<{ title: string }>(sql`
    SELECT title FROM placements WHERE workplace_id = (SELECT workplace_id FROM placements WHERE id = ${id})`);
  return rows.map(({ title }) => title);
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
    SELECT coalesce(e.organisation_number, '') AS "organisationNumber", e.name AS "employerName", e.sector, w.name AS "workplaceName",
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
