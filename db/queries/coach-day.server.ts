import { sql } from "drizzle-orm";
import type { DayRow, NewRow } from "#app/domain/followups/coach-day";
import type { Tx } from "#db/client.server";

type Row = Omit<DayRow, "point"> & {
  east: number;
  north: number;
  isHidden: boolean;
  total: number;
  hidden: number;
};
type Whose = { associationId: number; userId: string };

/**
 * The coach's own contacts that are planned until a day, the first first: protected identities are in no list, and `hidden`
 * says how many they are.
 */
export async function listPlannedUntil(
  tx: Tx,
  { associationId, userId }: Whose,
  until: string,
  limit: number,
): Promise<{ rows: DayRow[]; total: number; hidden: number }> {
  const rows = await tx.execute<Row>(sql`
    WITH own AS (
      SELECT f.id, f.agreement_id, f.purpose, f.form, f.due_on, f.due_at, g.placement_id, g.employer_id,
             p.reference, p.protected_identity <> 'none' AS is_hidden
        FROM followups f
        JOIN agreements g ON g.id = f.agreement_id
        JOIN participants p ON p.id = g.participant_id
       WHERE f.association_id = ${associationId} AND f.status = 'planned' AND f.due_on <= ${until}::date
         AND g.association_id = ${associationId} AND g.coach_user = ${userId})
    SELECT o.id, o.agreement_id AS "agreementId", o.purpose, o.form, o.due_on::text AS "dueOn",
           to_char(o.due_at, 'HH24:MI') AS "dueAt", o.placement_id AS "placementId", o.reference,
           e.name AS "employerName", l.locality, l.point[0] AS east, l.point[1] AS north,
           (SELECT v.content ->> 'kind' FROM agreement_versions v
             WHERE v.agreement_id = o.agreement_id AND v.status = 'agreed' ORDER BY v.number DESC LIMIT 1) AS kind,
           count(*) FILTER (WHERE NOT o.is_hidden) OVER ()::integer AS total,
           count(*) FILTER (WHERE o.is_hidden) OVER ()::integer AS hidden, o.is_hidden AS "isHidden"
      FROM own o
      JOIN employers e ON e.id = o.employer_id
      JOIN placements l ON l.id = o.placement_id
     ORDER BY o.is_hidden, o.due_on, o.due_at NULLS LAST, o.id LIMIT ${limit}`);
  return {
    rows: rows.filter(({ isHidden }) => !isHidden).map(toRow),
    total: rows[0]?.total ?? 0,
    hidden: rows[0]?.hidden ?? 0,
  };
}

/** Agreements that have come to the coach since a day and about which the coach has logged nothing yet. */
export async function listNewlyMine(
  tx: Tx,
  { associationId, userId }: Whose,
  since: string,
  limit: number,
): Promise<NewRow[]> {
  const rows = await tx.execute<NewRow>(sql`
    SELECT g.id AS "agreementId", p.reference, e.name AS "employerName", n.since::text, n.from_name AS "fromName",
           f.id AS "nextId", f.due_on::text AS "nextOn"
      FROM agreements g
      JOIN participants p ON p.id = g.participant_id
      JOIN employers e ON e.id = g.employer_id
      JOIN LATERAL (
        SELECT (h.at AT TIME ZONE 'Europe/Stockholm')::date AS since, h.from_name FROM followup_handovers h
         WHERE h.agreement_id = g.id AND h.to_user = ${userId} AND h.at >= ${since}::date
        UNION ALL
        SELECT (min(v.agreed_at) AT TIME ZONE 'Europe/Stockholm')::date, NULL FROM agreement_versions v
         WHERE v.agreement_id = g.id AND v.status = 'agreed' HAVING min(v.agreed_at) >= ${since}::date
         ORDER BY since DESC LIMIT 1) n ON true
      LEFT JOIN LATERAL (
        SELECT id, due_on FROM followups
         WHERE agreement_id = g.id AND status = 'planned' ORDER BY due_on, due_at LIMIT 1) f ON true
     WHERE g.association_id = ${associationId} AND g.coach_user = ${userId} AND g.status = 'in_force'
       AND p.protected_identity = 'none'
       AND NOT EXISTS (SELECT FROM followup_logs l WHERE l.agreement_id = g.id AND l.logged_by_user = ${userId})
     ORDER BY n.since DESC, p.reference LIMIT ${limit}`);
  return [...rows];
}

/** When the coach is somewhere else already: day and time of the own contacts ahead, but those of one agreement. */
export async function listBusy(
  tx: Tx,
  { associationId, userId }: Whose,
  of: { from: string; until: string; exceptAgreement: string },
) {
  const rows = await tx.execute<{ day: string; at: string | null }>(sql`
    SELECT f.due_on::text AS day, to_char(f.due_at, 'HH24:MI') AS at
      FROM followups f JOIN agreements g ON g.id = f.agreement_id
     WHERE f.association_id = ${associationId} AND f.status = 'planned' AND g.coach_user = ${userId}
       AND f.due_on BETWEEN ${of.from}::date AND ${of.until}::date AND f.agreement_id <> ${of.exceptAgreement}
     LIMIT 500`);
  return [...rows];
}

function toRow({ east, north, isHidden: _, total: __, hidden: ___, ...row }: Row): DayRow {
  return { ...row, point: east === 0 && north === 0 ? null : { east, north } };
}
