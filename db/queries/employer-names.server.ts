import { sql } from "drizzle-orm";
import type { Executor } from "#db/client.server";

/** An employer, or one workplace of it, by name. */
export type NamedWorkplace = {
  kind: "employer" | "workplace";
  id: number;
  name: string;
  place: string | null;
};

type Row = { kind: "employer" | "workplace"; id: number; name: string; place: string | null };

const everyName = sql`
  SELECT 'employer' AS kind, e.id, e.name, NULL::text AS place, e.organisation_number FROM employers e
  UNION ALL
  SELECT 'workplace', w.id, w.name, w.locality, NULL FROM workplaces w`;

/** Employers and workplaces whose name is exactly this (case aside), or the employer with this organisation number. */
export async function findNamed(db: Executor, text: string): Promise<NamedWorkplace[]> {
  const rows = await db.execute<Row>(sql`
    SELECT kind, id, name, place FROM (${everyName}) n
     WHERE lower(n.name) = lower(${text})
        OR replace(n.organisation_number, '-', '') = replace(${text}, '-', '')
     ORDER BY kind, id LIMIT 20`);
  return rows.map(toNamed);
}

/** Names that hold this text, the shortest first: suggestions while somebody types. */
export async function suggestNames(db: Executor, text: string, limit: number): Promise<NamedWorkplace[]> {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.execute<Row>(sql`
    SELECT kind, id, name, place FROM (${everyName}) n
     WHERE n.name ILIKE ${pattern} ORDER BY length(n.name), n.name, kind, id LIMIT ${limit}`);
  return rows.map(toNamed);
}

/** The names of these ids, employers first; one that was merged away has the name of what took it in. */
export async function namesOf(
  db: Executor,
  ids: { employerIds: number[]; workplaceIds: number[] },
): Promise<NamedWorkplace[]> {
  const rows = await db.execute<Row>(sql`
    SELECT kind, id, name, place FROM (${everyName}) n
     WHERE (kind = 'employer' AND id = ANY(current_employers(${sql.param(ids.employerIds)}::integer[])))
        OR (kind = 'workplace' AND id = ANY(current_workplaces(${sql.param(ids.workplaceIds)}::integer[])))
     ORDER BY kind, name, id`);
  return rows.map(toNamed);
}

function toNamed({ kind, id, name, place }: Row): NamedWorkplace {
  return { kind, id, name, place };
}
