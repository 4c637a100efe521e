import { sql } from "drizzle-orm";
import { writableStatuses } from "#app/domain/followups/week-link";
import type { Tx } from "#db/client.server";
import {
  linkColumns,
  type Supervisor,
  type SupervisorKey,
  type SupervisorLink,
  supervisorAddress,
  supervisorChannel,
  toLink,
} from "#db/queries/supervisors.server";

/** A link for a week, by its Monday. `byName`: who of the staff asks; empty for the product itself. */
type NewWeekLink = Supervisor & { week: string; supervisorName: string; byName: string; days: number };

/** Notes that a link is to be sent; its secret is made when it is. */
export async function addWeekLink(tx: Tx, link: NewWeekLink): Promise<string> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO attendance_links (association_id, employer_id, week, agreement_ids, supervisor_name, channel, address,
                                  asked_by_name, expires_at)
    VALUES (${link.associationId}, ${link.employerId}, ${link.week}::date, ${sql.param([...link.agreementIds])}::uuid[],
            ${link.supervisorName}, ${link.channel}, ${link.address}, ${link.byName},
            now() + make_interval(days => ${link.days}::integer)) RETURNING id`);
  return rows[0]!.id;
}

/** A link for a week, by its Monday. */
export type WeekLink = SupervisorLink & { week: string };
const selectLink = sql`SELECT ${linkColumns}, week::text FROM attendance_links`;

/** A link that is to be sent; null when there is none any more. */
export async function findWeekLink(tx: Tx, id: string): Promise<WeekLink | null> {
  const [row] = await tx.execute<WeekLink>(sql`${selectLink} WHERE id = ${id}`);
  return toLink(row);
}

/** The link that a secret opens, expired ones too. */
export async function findWeekLinkBySecret(tx: Tx, hash: string): Promise<WeekLink | null> {
  const [row] = await tx.execute<WeekLink>(sql`${selectLink} WHERE token_hashes @> ARRAY[${hash}::text]`);
  return toLink(row);
}

/** One more secret that opens a link: it is being sent. */
export async function addWeekSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE attendance_links SET token_hashes = array_append(token_hashes, ${hash}), sent_at = now() WHERE id = ${id}`);
}

type AskedWeek = SupervisorKey & { week: string };
const askedWeek = (of: AskedWeek) => sql`
     association_id = ${of.associationId} AND week = ${of.week}::date AND employer_id = ${of.employerId}
       AND address = ${of.address}`;
/** When a supervisor was last asked about a week, or null. */
export async function findLastAsked(tx: Tx, of: AskedWeek): Promise<string | null> {
  const [row] = await tx.execute<{ asked_at: string | null }>(sql`
    SELECT max(asked_at) AS asked_at FROM attendance_links WHERE ${askedWeek(of)}`);
  return row?.asked_at ? new Date(row.asked_at).toISOString() : null;
}

/** Whether a supervisor has been asked about a week by the product itself, or by somebody since a day. */
export async function isAskedSince(tx: Tx, of: AskedWeek, day: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM attendance_links
     WHERE ${askedWeek(of)}
       AND (asked_by_name = '' OR (asked_at AT TIME ZONE 'Europe/Stockholm')::date >= ${day}::date) LIMIT 1`);
  return rows.length > 0;
}

/** The agreements of one supervisor that have days in a week. */
export async function listOfSupervisor(tx: Tx, of: AskedWeek): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g
     WHERE g.association_id = ${of.associationId} AND g.employer_id = ${of.employerId}
       AND g.status = ANY (${sql.param([...writableStatuses])}::text[])
       AND ${supervisorAddress} = ${of.address}
       AND g.starts_on <= ${of.week}::date + 6 AND least(g.ends_on, g.ended_on) >= ${of.week}::date
     ORDER BY g.number LIMIT 40`);
  return rows.map(({ id }) => id);
}

/**
 * Supervisors with agreements in force in a week whom the product has not asked about it, in a steady order; `after` is the
 * last one of the page before.
 */
export async function listUnasked(
  tx: Tx,
  week: string,
  after: SupervisorKey | null,
  limit: number,
): Promise<Supervisor[]> {
  const rows = await tx.execute<Supervisor>(sql`
    WITH reached AS (
      SELECT g.id, g.association_id, g.employer_id, g.number,
             ${supervisorAddress} AS address,
             ${supervisorChannel} AS channel
        FROM agreements g
       WHERE g.status = 'in_force' AND g.starts_on <= ${week}::date + 6 AND g.ends_on >= ${week}::date)
    SELECT association_id AS "associationId", employer_id AS "employerId", address, min(channel) AS channel,
           array_agg(id ORDER BY number) AS "agreementIds"
      FROM reached r
     WHERE address <> ''
       AND (association_id, employer_id, address) >
           (${after?.associationId ?? 0}::integer, ${after?.employerId ?? 0}::integer, ${after?.address ?? ""}::text)
       AND NOT EXISTS (SELECT FROM attendance_links l
             WHERE l.association_id = r.association_id AND l.week = ${week}::date AND l.employer_id = r.employer_id
               AND l.address = r.address AND l.asked_by_name = '')
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ${limit}`);
  return [...rows];
}

/** The name that an employer was told of a person of an agreement; null for nobody's name, and a protected identity's. */
export async function findToldName(tx: Tx, agreementId: string): Promise<string | null> {
  const [row] = await tx.execute<{ name: string | null }>(sql`
    SELECT d.name FROM agreements g
      JOIN disclosures d ON d.employer_id = g.employer_id AND (d.agreement_id = g.id OR d.proposal_id = g.proposal_id)
      JOIN participants p ON p.id = g.participant_id AND p.protected_identity = 'none'
     WHERE g.id = ${agreementId} LIMIT 1`);
  return row?.name ?? null;
}
