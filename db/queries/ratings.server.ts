import { sql } from "drizzle-orm";
import type { Answers, Rating, RatingParty, RatingWay } from "#app/domain/followups/rating";
import type { Tx } from "#db/client.server";

type Row = {
  party: RatingParty;
  day: string;
  code: string;
  version: number;
  answers: Answers;
  way: RatingWay;
  by_name: string;
  saved_at: string;
};

/** What the reader may read of an agreement's answers (row level security), the oldest first. */
export async function listRatings(tx: Tx, agreementId: string): Promise<Rating[]> {
  const rows = await tx.execute<Row>(sql`
    SELECT party, day::text, instrument AS code, version, answers, way, by_name, saved_at FROM ratings
     WHERE agreement_id = ${agreementId} ORDER BY day, saved_at`);
  return rows.map(({ by_name, saved_at, ...row }) => ({
    ...row,
    byName: by_name,
    savedAt: new Date(saved_at).toISOString(),
  }));
}

/** What was answered with a link about one agreement, or null. */
export async function findLinkedAnswers(
  tx: Tx,
  agreementId: string,
  linkId: string,
): Promise<Answers | null> {
  const [row] = await tx.execute<{ answers: Answers }>(sql`
    SELECT answers FROM ratings WHERE agreement_id = ${agreementId} AND link_id = ${linkId} AND way = 'link'`);
  return row?.answers ?? null;
}

export type NewRating = {
  party: RatingParty;
  day: string;
  code: string;
  version: number;
  answers: Answers;
  byName: string;
  byUser: string | null;
} & ({ way: "own" } | { way: "link"; linkId: string } | { way: "log"; logId: string });

/**
 * Writes one party's answers. Once a day in one's own words, once with each link and once with each log: sent again they
 * replace what stood there. Answers whether anything is new. The agreement is locked by the caller.
 */
export async function writeRating(
  tx: Tx,
  agreement: { id: string; associationId: number },
  rating: NewRating,
): Promise<boolean> {
  const { party, day, code, version, answers, way, byName, byUser } = rating;
  const conflict = {
    own: sql`(agreement_id, party, day) WHERE way = 'own'`,
    link: sql`(agreement_id, link_id) WHERE way = 'link'`,
    log: sql`(agreement_id, log_id, party) WHERE way = 'log'`,
  }[way];
  const rows = await tx.execute(sql`
    INSERT INTO ratings (association_id, agreement_id, party, day, instrument, version, answers, way, by_name, by_user,
                         link_id, log_id)
    VALUES (${agreement.associationId}, ${agreement.id}, ${party}, ${day}::date, ${code}, ${version},
            ${JSON.stringify(answers)}::jsonb, ${way}, ${byName}, ${byUser},
            ${way === "link" ? rating.linkId : null}::uuid, ${way === "log" ? rating.logId : null}::uuid)
    ON CONFLICT ${conflict} DO UPDATE
       SET instrument = EXCLUDED.instrument, version = EXCLUDED.version, answers = EXCLUDED.answers,
           by_name = EXCLUDED.by_name, by_user = EXCLUDED.by_user, saved_at = now()
     WHERE (ratings.answers, ratings.instrument, ratings.version)
           IS DISTINCT FROM (EXCLUDED.answers, EXCLUDED.instrument, EXCLUDED.version)
    RETURNING 1`);
  return rows.length > 0;
}
