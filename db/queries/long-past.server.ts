import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server";

/** A link says for a year that it is too old; a reminder and a mail of the day can be looked up as long. */
const aYearAgo = sql`now() - interval '1 year'`;

/**
 * Removes links to sign, to write a week, to answer a month's statements and of what is asked after the end, reminders and
 * the days' mails that are long past, with the addresses and the secrets in them: at most `limit` rows of each. What was
 * answered with a link stays. As the product itself. Answers how many went.
 */
export async function deleteLongPast(tx: Tx, limit: number): Promise<number> {
  const gone = (table: SQL, past: SQL) => sql`
    DELETE FROM ${table} WHERE id IN (
      SELECT id FROM ${table} WHERE ${past} LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING 1`;
  const rows = await tx.execute<{ gone: number }>(sql`
    WITH signing AS (${gone(sql`agreement_links`, sql`expires_at < ${aYearAgo}`)}),
    afterwards AS (${gone(sql`closing_links`, sql`expires_at < ${aYearAgo}`)}),
    months AS (${gone(sql`rating_links`, sql`expires_at < ${aYearAgo}`)}),
    weeks AS (${gone(sql`attendance_links`, sql`expires_at < ${aYearAgo}`)}),
    reminders AS (${gone(sql`notifications`, sql`planned_at < ${aYearAgo} AND settled_at IS NOT NULL`)}),
    digests AS (${gone(sql`notification_digests`, sql`day < ${aYearAgo} AND mailed_at IS NOT NULL`)})
    SELECT ((SELECT count(*) FROM signing) + (SELECT count(*) FROM afterwards) + (SELECT count(*) FROM months)
          + (SELECT count(*) FROM weeks) + (SELECT count(*) FROM reminders) + (SELECT count(*) FROM digests))::integer AS gone`);
  return rows[0]?.gone ?? 0;
}
