import { sql } from "drizzle-orm";
import type { LinkChannel } from "#app/domain/agreements/signing-link";
import { writableStatuses } from "#app/domain/followups/week-link";
import type { Tx } from "#db/client.server";

export type NewWeekLink = {
  associationId: number;
  employerId: number;
  /** Its Monday. */
  week: string;
  agreementIds: readonly string[];
  supervisorName: string;
  channel: LinkChannel;
  address: string;
  byName: string;
  days: number;
};

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

/** A link, as far as whoever opens or sends it needs it. */
export type WeekLink = {
  id: string;
  associationId: number;
  employerId: number;
  week: string;
  agreementIds: string[];
  supervisorName: string;
  channel: LinkChannel;
  address: string;
  isExpired: boolean;
  expiresAt: string;
};
const selectLink = sql`
  SELECT id, association_id AS "associationId", employer_id AS "employerId", week::text, agreement_ids AS "agreementIds",
         supervisor_name AS "supervisorName", channel, address, expires_at <= now() AS "isExpired",
         expires_at AS "expiresAt" FROM attendance_links`;

export async function findWeekLink(tx: Tx, id: string): Promise<WeekLink | null> {
  const [row] = await tx.execute<WeekLink>(sql`${selectLink} WHERE id = ${id}`);
  return row ?? null;
}

/** The link that a secret opens, expired ones too. */
export async function findWeekLinkBySecret(tx: Tx, hash: string): Promise<WeekLink | null> {
  const [row] = await tx.execute<WeekLink>(sql`${selectLink} WHERE token_hashes @> ARRAY[${hash}::text]`);
  return row ? { ...row, expiresAt: new Date(row.expiresAt).toISOString() } : null;
}

/** One more secret that opens a link: it is being sent. */
export async function addWeekSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE attendance_links SET token_hashes = array_append(token_hashes, ${hash}), sent_at = now() WHERE id = ${id}`);
}

/** When a supervisor was last asked about a week, or null. */
export async function findLastAsked(
  tx: Tx,
  of: { associationId: number; employerId: number; address: string; week: string },
): Promise<string | null> {
  const [row] = await tx.execute<{ asked_at: string | null }>(sql`
    SELECT max(asked_at) AS asked_at FROM attendance_links
     WHERE association_id = ${of.associationId} AND week = ${of.week}::date AND employer_id = ${of.employerId}
       AND address = ${of.address}`);
  return row?.asked_at ? new Date(row.asked_at).toISOString() : null;
}

/** Whether a supervisor has been asked about a week by the product itself, or by somebody since a day. */
export async function isAskedSince(
  tx: Tx,
  of: { associationId: number; employerId: number; address: string; week: string },
  day: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM attendance_links
     WHERE association_id = ${of.associationId} AND week = ${of.week}::date AND employer_id = ${of.employerId}
       AND address = ${of.address}
       AND (asked_by_name = '' OR (asked_at AT TIME ZONE 'Europe/Stockholm')::date >= ${day}::date) LIMIT 1`);
  return rows.length > 0;
}

/** The agreements of an association that have days in a week, of one supervisor when one is named. */
export async function listOfSupervisor(
  tx: Tx,
  of: { associationId: number; employerId: number; address: string; week: string },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g
     WHERE g.association_id = ${of.associationId} AND g.employer_id = ${of.employerId}
       AND g.status = ANY (${sql.param([...writableStatuses])}::text[])
       AND coalesce(nullif(g.contacts #>> '{supervisor,email}', ''), g.contacts #>> '{supervisor,phone}') = ${of.address}
       AND g.starts_on <= ${of.week}::date + 6 AND least(g.ends_on, g.ended_on) >= ${of.week}::date
     ORDER BY g.number LIMIT 40`);
  return rows.map(({ id }) => id);
}

/** A supervisor whose week may be asked about. */
export type SupervisorWeek = {
  associationId: number;
  employerId: number;
  channel: LinkChannel;
  address: string;
  agreementIds: string[];
};

/**
 * Supervisors with agreements in force in a week whom the product has not asked about it, in a steady order; `after` is the
 * last one of the page before.
 */
export async function listUnasked(
  tx: Tx,
  week: string,
  after: Pick<SupervisorWeek, "associationId" | "employerId" | "address"> | null,
  limit: number,
): Promise<SupervisorWeek[]> {
  const rows = await tx.execute<SupervisorWeek>(sql`
    WITH reached AS (
      SELECT g.id, g.association_id, g.employer_id, g.number,
             coalesce(nullif(g.contacts #>> '{supervisor,email}', ''), g.contacts #>> '{supervisor,phone}') AS address,
             CASE WHEN g.contacts #>> '{supervisor,email}' <> '' THEN 'mail' ELSE 'sms' END AS channel
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
