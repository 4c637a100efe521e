import { sql } from "drizzle-orm";
import type { Surroundings } from "#app/domain/agreements/conflicts";
import type { Adaptation, PlacementKind, Task, Weekday } from "#app/domain/placements/vocabulary";
import type { Tx } from "#db/client.server";
import { holdSlotOn } from "#db/queries/slots.server";

/** What a placement says, for the first draft and for what it may conflict with. Hours per week. */
export type PlacementFacts = {
  id: number;
  title: string;
  description: string;
  employerId: number;
  employerName: string;
  organisationNumber: string;
  workplace: string;
  address: string;
  tasks: Task[];
  adaptations: Adaptation[];
  financing: "none" | "agency";
  costPerWeek: number | null;
  supervisor: string;
} & Omit<NonNullable<Surroundings["placement"]>, "hasFreeSlot" | "nextFreeDay">;

export async function readPlacementFacts(tx: Tx, placementId: number): Promise<PlacementFacts | null> {
  const [row] = await tx.execute<{
    id: number;
    title: string;
    description: string;
    employer_id: number;
    employer_name: string;
    organisation_number: string;
    workplace: string;
    address: string;
    locality: string;
    tasks: Task[];
    adaptations: Adaptation[];
    financing: "none" | "agency";
    cost_per_week: number | null;
    supervisor: string | null;
    kinds: PlacementKind[];
    hours_min: string;
    hours_max: string;
    shortest_day: string;
    weekdays: Weekday[];
    weeks_min: number;
    weeks_max: number;
  }>(sql`
    SELECT l.id, l.title, l.description, l.employer_id, e.name AS employer_name,
           coalesce(e.organisation_number, '') AS organisation_number, w.name AS workplace,
           w.address, w.locality, l.tasks, l.adaptations, l.financing, l.cost_per_week,
           coalesce((SELECT c.name FROM placement_supervisors s JOIN contact_persons c ON c.id = s.person_id
                      WHERE s.placement_id = l.id ORDER BY c.id LIMIT 1), nullif(l.supervisor, '')) AS supervisor,
           l.kinds, l.hours_min, l.hours_max, l.shortest_day, l.weekdays,
           l.weeks_min, l.weeks_max
      FROM placements l JOIN employers e ON e.id = l.employer_id JOIN workplaces w ON w.id = l.workplace_id
     WHERE l.id = ${placementId}`);
  if (!row) return null;
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    employerId: row.employer_id,
    employerName: row.employer_name,
    organisationNumber: row.organisation_number,
    workplace: row.workplace,
    address: [row.address, row.locality].filter(Boolean).join(", "),
    tasks: row.tasks,
    adaptations: row.adaptations,
    financing: row.financing,
    costPerWeek: row.cost_per_week,
    supervisor: row.supervisor ?? "",
    kinds: row.kinds,
    hoursMin: Number(row.hours_min),
    hoursMax: Number(row.hours_max),
    shortestDay: Number(row.shortest_day),
    weekdays: row.weekdays,
    weeksMin: row.weeks_min,
    weeksMax: row.weeks_max,
  };
}

/** The people of an employer who may sign, those of the workplace and its supervisors first. */
export type EmployerPerson = { id: number; name: string; email: string | null; phone: string | null };
export async function listSignatories(tx: Tx, placementId: number): Promise<EmployerPerson[]> {
  const rows = await tx.execute<EmployerPerson>(sql`
    SELECT c.id, c.name, c.email, c.phone
      FROM contact_persons c JOIN placements l ON l.employer_id = c.employer_id
     WHERE l.id = ${placementId}
     ORDER BY (c.workplace_id IS NOT DISTINCT FROM l.workplace_id OR c.workplace_id IS NULL) DESC, c.user_id IS NULL, c.name, c.id
     LIMIT 30`);
  return [...rows];
}

/** The ids of the posts that whoever asks holds at the own employer today (0018: employer_posts). */
export async function ownPersonIds(tx: Tx): Promise<number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    SELECT person_id AS id FROM employer_posts() AS post WHERE person_id IS NOT NULL`);
  return rows.map(({ id }) => id);
}

/** What can be drawn up for a participant: proposals that were accepted and have no agreement yet. */
export type Acceptable = { proposalId: string; placementId: number; title: string; employerName: string };
export async function listAcceptable(tx: Tx, participantId: string): Promise<Acceptable[]> {
  const rows = await tx.execute<Acceptable>(sql`
    SELECT o.id AS "proposalId", o.placement_id AS "placementId", l.title, l.employer_name AS "employerName"
      FROM proposals o JOIN placements l ON l.id = o.placement_id
     WHERE o.participant_id = ${participantId} AND o.status IN ('visit_booked', 'employer_yes', 'agreed')
       AND NOT EXISTS (SELECT FROM agreements g WHERE g.proposal_id = o.id)
     ORDER BY o.updated_at DESC LIMIT 20`);
  return [...rows];
}

/** Published placements whose title, employer or place is like this text; of full ones, when a slot is free next. */
export async function findPlacementsLike(tx: Tx, text: string, limit: number) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await tx.execute<{
    id: number;
    title: string;
    employerName: string;
    locality: string;
    free: number;
    nextDay: string | null;
  }>(sql`
    SELECT id, title, employer_name AS "employerName", locality, greatest(0, capacity - claimed) AS free,
           CASE WHEN claimed >= capacity THEN next_free_day(id) END::text AS "nextDay"
      FROM placements
     WHERE status = 'published' AND (title ILIKE ${pattern} OR employer_name ILIKE ${pattern} OR locality ILIKE ${pattern})
     ORDER BY capacity > claimed DESC, title, id LIMIT ${limit}`);
  return [...rows];
}

/**
 * The proposal gives its slot, from its first day on, to the agreement: the placement's row stays locked, so that nobody
 * comes between.
 */
export async function takeOverSlot(tx: Tx, proposalId: string, agreementId: string): Promise<void> {
  const [given] = await tx.execute<{ slot_from: string | null }>(sql`
    UPDATE proposals SET holds_slot = false, hold_until = NULL, updated_at = now()
     WHERE id = ${proposalId} AND holds_slot RETURNING slot_from::text`);
  if (given) await holdSlotOn(tx, agreementId, { from: given.slot_from, until: null });
}

/** The name of an association. */
export async function associationName(tx: Tx, id: number): Promise<string> {
  const [row] = await tx.execute<{ name: string }>(sql`SELECT name FROM associations WHERE id = ${id}`);
  return row?.name ?? "";
}
