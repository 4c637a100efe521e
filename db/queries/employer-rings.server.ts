import { sql } from "drizzle-orm";
import type { Ring, RingForm } from "#app/domain/organisations/ring";
import type { Executor, Tx } from "#db/client.server";

/** All rings by name. */
export async function listRings(db: Executor): Promise<Ring[]> {
  const rows = await db.execute<Ring>(sql`
    SELECT r.id, r.name, r.about, (SELECT count(*)::integer FROM employer_ring_members m WHERE m.ring_id = r.id) AS members
      FROM employer_rings r ORDER BY lower(r.name), r.id`);
  return [...rows];
}

export type RingMember = { id: number; name: string; localities: string[]; freeSlots: number };

/** One ring with its employers, or null. */
export async function findRing(
  db: Executor,
  id: number,
): Promise<(Ring & { employers: RingMember[] }) | null> {
  const ring = (await listRings(db)).find((one) => one.id === id);
  if (!ring) return null;
  const employers = await db.execute<RingMember>(sql`
    SELECT e.id, e.name,
           ARRAY(SELECT DISTINCT w.locality FROM workplaces w WHERE w.employer_id = e.id ORDER BY 1) AS localities,
           (SELECT coalesce(sum(greatest(p.capacity - p.claimed, 0)), 0)::integer FROM placements p
             WHERE p.employer_id = e.id AND p.status = 'published') AS "freeSlots"
      FROM employer_ring_members m JOIN employers e ON e.id = m.employer_id
     WHERE m.ring_id = ${id} ORDER BY lower(e.name), e.id`);
  return { ...ring, employers: [...employers] };
}

/** The rings of one employer, with the others in them. */
export async function ringsOf(db: Executor, employerId: number) {
  const rows = await db.execute<{ id: number; name: string; others: { id: number; name: string }[] }>(sql`
    SELECT r.id, r.name, coalesce((
             SELECT jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) ORDER BY lower(e.name), e.id)
               FROM employer_ring_members o JOIN employers e ON e.id = o.employer_id
              WHERE o.ring_id = r.id AND o.employer_id <> ${employerId}), '[]') AS others
      FROM employer_ring_members m JOIN employer_rings r ON r.id = m.ring_id
     WHERE m.employer_id = ${employerId} ORDER BY lower(r.name), r.id`);
  return [...rows];
}

/** The names of each employer's rings; employers without one are left out. */
export async function ringNamesOf(
  db: Executor,
  employerIds: readonly number[],
): Promise<Map<number, string[]>> {
  if (employerIds.length === 0) return new Map();
  const rows = await db.execute<{ employer_id: number; names: string[] }>(sql`
    SELECT m.employer_id, array_agg(r.name ORDER BY lower(r.name)) AS names
      FROM employer_ring_members m JOIN employer_rings r ON r.id = m.ring_id
     WHERE m.employer_id = ANY (${`{${employerIds.join(",")}}`}::text::integer[]) GROUP BY 1`);
  return new Map(rows.map((row) => [row.employer_id, row.names]));
}

/** Adds a ring; null when the name is taken. */
export async function insertRing(tx: Tx, form: RingForm, byName: string): Promise<number | null> {
  const [row] = await tx.execute<{ id: number }>(sql`
    INSERT INTO employer_rings (name, about, created_by_name) VALUES (${form.name}, ${form.about}, ${byName})
    ON CONFLICT (name) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

/** Renames a ring. False: another one has that name. */
export async function updateRing(tx: Tx, id: number, form: RingForm): Promise<boolean> {
  const [taken] = await tx.execute(sql`SELECT FROM employer_rings WHERE name = ${form.name} AND id <> ${id}`);
  if (taken) return false;
  await tx.execute(
    sql`UPDATE employer_rings SET name = ${form.name}, about = ${form.about} WHERE id = ${id}`,
  );
  return true;
}

/** Adds an employer to a ring, or takes it out; true when that changed anything. */
export async function setMember(
  tx: Tx,
  ringId: number,
  employerId: number,
  isMember: boolean,
): Promise<boolean> {
  const rows = isMember
    ? await tx.execute(sql`
        INSERT INTO employer_ring_members (ring_id, employer_id) VALUES (${ringId}, ${employerId})
        ON CONFLICT DO NOTHING RETURNING 1`)
    : await tx.execute(sql`
        DELETE FROM employer_ring_members WHERE ring_id = ${ringId} AND employer_id = ${employerId} RETURNING 1`);
  return rows.length > 0;
}
