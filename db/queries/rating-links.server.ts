import { sql } from "drizzle-orm";
import { firstAskedAfterDays } from "#app/domain/followups/rating-link";
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

/** A link for a month, by its first day. */
export type RatingLink = SupervisorLink & { month: string };
const selectLink = sql`SELECT ${linkColumns}, month::text FROM rating_links`;

type NewRatingLink = Supervisor & { month: string; supervisorName: string; days: number };

/**
 * The month's link of a supervisor whom somebody asks to be reached: it is sent anew when there is one, for everybody whom
 * either names, and works from now on as long as a new one. Answers its id.
 */
export async function renewRatingLink(tx: Tx, link: NewRatingLink): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    INSERT INTO rating_links (association_id, employer_id, month, agreement_ids, supervisor_name, channel, address, expires_at)
    VALUES (${link.associationId}, ${link.employerId}, ${link.month}::date, ${sql.param([...link.agreementIds])}::uuid[],
            ${link.supervisorName}, ${link.channel}, ${link.address}, now() + make_interval(days => ${link.days}::integer))
    ON CONFLICT (association_id, month, employer_id, address) DO UPDATE
       SET agreement_ids = ARRAY(SELECT unnest(rating_links.agreement_ids) UNION SELECT unnest(EXCLUDED.agreement_ids)),
           supervisor_name = EXCLUDED.supervisor_name, asked_at = now(), expires_at = EXCLUDED.expires_at
    RETURNING id`);
  return row!.id;
}

/** The people under way of a supervisor, whoever has been there for a month or not. */
export async function listPeopleOf(tx: Tx, of: SupervisorKey, day: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT g.id FROM agreements g
     WHERE g.association_id = ${of.associationId} AND g.employer_id = ${of.employerId} AND g.status = 'in_force'
       AND ${supervisorAddress} = ${of.address} AND g.starts_on <= ${day}::date ORDER BY g.number LIMIT 40`);
  return rows.map(({ id }) => id);
}

/** Notes that a month's link is to be sent; null: this month somebody has been asked already. */
export async function addRatingLink(tx: Tx, link: NewRatingLink): Promise<string | null> {
  const [row] = await tx.execute<{ id: string }>(sql`
    INSERT INTO rating_links (association_id, employer_id, month, agreement_ids, supervisor_name, channel, address, expires_at)
    VALUES (${link.associationId}, ${link.employerId}, ${link.month}::date, ${sql.param([...link.agreementIds])}::uuid[],
            ${link.supervisorName}, ${link.channel}, ${link.address}, now() + make_interval(days => ${link.days}::integer))
    ON CONFLICT (association_id, month, employer_id, address) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

/** A link that is to be sent; null when there is none any more. */
export async function findRatingLink(tx: Tx, id: string): Promise<RatingLink | null> {
  const [row] = await tx.execute<RatingLink>(sql`${selectLink} WHERE id = ${id}`);
  return toLink(row);
}

/** The link that a secret opens, expired ones too. */
export async function findRatingLinkBySecret(tx: Tx, hash: string): Promise<RatingLink | null> {
  const [row] = await tx.execute<RatingLink>(sql`${selectLink} WHERE token_hashes @> ARRAY[${hash}::text]`);
  return toLink(row);
}

/** One more secret that opens a link: it is being sent. */
export async function addRatingSecret(tx: Tx, id: string, hash: string): Promise<void> {
  await tx.execute(sql`
    UPDATE rating_links SET token_hashes = array_append(token_hashes, ${hash}), sent_at = now() WHERE id = ${id}`);
}

/** When the supervisor of an agreement was asked last, and until when that link works; null: never. ISO times. */
export async function findLastRatingLink(
  tx: Tx,
  agreementId: string,
): Promise<{ askedAt: string; expiresAt: string } | null> {
  const [row] = await tx.execute<{ askedAt: string; expiresAt: string }>(sql`
    SELECT l.asked_at AS "askedAt", l.expires_at AS "expiresAt" FROM agreements g
      JOIN rating_links l ON l.association_id = g.association_id AND l.employer_id = g.employer_id
       AND l.month >= date_trunc('month', g.starts_on)
     WHERE g.id = ${agreementId} AND l.agreement_ids @> ARRAY[g.id] ORDER BY l.asked_at DESC LIMIT 1`);
  return row
    ? { askedAt: new Date(row.askedAt).toISOString(), expiresAt: new Date(row.expiresAt).toISOString() }
    : null;
}

/**
 * Supervisors with people who have been there for a month, who are not paused, and about whom they have not been asked this
 * month; in a steady order, `after` is the last one of the round before.
 */
export async function listUnaskedSupervisors(
  tx: Tx,
  { day, month }: { day: string; month: string },
  after: SupervisorKey | null,
  limit: number,
): Promise<Supervisor[]> {
  const rows = await tx.execute<Supervisor>(sql`
    WITH reached AS (
      SELECT g.id, g.association_id, g.employer_id, g.number, ${supervisorAddress} AS address,
             ${supervisorChannel} AS channel
        FROM agreements g
       WHERE g.status = 'in_force' AND g.starts_on <= ${day}::date - ${firstAskedAfterDays}::integer AND g.ends_on >= ${day}::date
         AND NOT EXISTS (SELECT FROM agreement_pauses u WHERE u.agreement_id = g.id AND u.from_on <= ${day}::date
                          AND (u.until_on IS NULL OR u.until_on >= ${day}::date)))
    SELECT association_id AS "associationId", employer_id AS "employerId", address, min(channel) AS channel,
           (array_agg(id ORDER BY number))[1:40] AS "agreementIds"
      FROM reached r
     WHERE address <> ''
       AND (association_id, employer_id, address) >
           (${after?.associationId ?? 0}::integer, ${after?.employerId ?? 0}::integer, ${after?.address ?? ""}::text)
       AND NOT EXISTS (SELECT FROM rating_links l
             WHERE l.association_id = r.association_id AND l.month = ${month}::date AND l.employer_id = r.employer_id
               AND l.address = r.address)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ${limit}`);
  return [...rows];
}
