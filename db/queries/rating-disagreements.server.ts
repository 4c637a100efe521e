import { sql } from "drizzle-orm";
import type { Disagreement } from "#app/domain/followups/disagreement";
import type { Tx } from "#db/client.server";

/** What the parties see differently and somebody has talked about. */
export type HandledDisagreement = Pick<Disagreement, "code" | "item" | "since" | "answers"> & {
  note: string;
  byName: string;
  /** ISO time. */
  at: string;
};

/**
 * Writes an agreement's disagreements anew: what no longer holds goes, unless somebody has taken care of it; other answers of
 * the same day are a matter of their own again.
 */
export async function replaceDisagreements(
  tx: Tx,
  agreement: { id: string; associationId: number },
  disagreements: readonly (Disagreement & { isHealth: boolean })[],
): Promise<void> {
  const rows = JSON.stringify(disagreements);
  await tx.execute(sql`
    DELETE FROM rating_disagreements d
     WHERE d.agreement_id = ${agreement.id} AND d.handled_at IS NULL
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${rows}::jsonb) AS n (code text, item text, since date)
                        WHERE n.code = d.instrument AND n.item = d.item AND n.since = d.since)`);
  await tx.execute(sql`
    INSERT INTO rating_disagreements (association_id, agreement_id, instrument, item, since, answers, is_health)
    SELECT ${agreement.associationId}, ${agreement.id}, n.code, n.item, n.since, n.answers, n."isHealth"
      FROM jsonb_to_recordset(${rows}::jsonb) AS n (code text, item text, since date, answers jsonb, "isHealth" boolean)
    ON CONFLICT (agreement_id, instrument, item, since) DO UPDATE
       SET answers = EXCLUDED.answers, is_health = EXCLUDED.is_health, note = '', handled_by_name = NULL, handled_at = NULL
     WHERE rating_disagreements.answers <> EXCLUDED.answers`);
}

/** Notes that somebody has talked about it; the first note stays. Answers whether there was anything to talk about. */
export async function handleDisagreement(
  tx: Tx,
  agreementId: string,
  of: { code: string; item: string; since: string; note: string; byName: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    UPDATE rating_disagreements SET note = ${of.note}, handled_by_name = ${of.byName}, handled_at = now()
     WHERE agreement_id = ${agreementId} AND instrument = ${of.code} AND item = ${of.item} AND since = ${of.since}::date
       AND handled_at IS NULL RETURNING 1`);
  return rows.length > 0;
}

/** What has been talked about on an agreement, the newest first. */
export async function listHandledDisagreements(tx: Tx, agreementId: string): Promise<HandledDisagreement[]> {
  const rows = await tx.execute<HandledDisagreement>(sql`
    SELECT instrument AS code, item, since::text, answers, note, handled_by_name AS "byName", handled_at AS at
      FROM rating_disagreements WHERE agreement_id = ${agreementId} AND handled_at IS NOT NULL
     ORDER BY handled_at DESC LIMIT 50`);
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}
