import { sql } from "drizzle-orm";
import type { OwnRating } from "#app/domain/profiles/own-rating";
import type { Tx } from "#db/client.server";
import type { Whose } from "#db/queries/kartlaggning.server";

/** What the participant has said, the newest first. */
export async function listOwnRatings(tx: Tx, whose: Whose): Promise<OwnRating[]> {
  const rows = await tx.execute<{ rating: number; rated_on: string }>(sql`
    SELECT rating, rated_on::text FROM own_ratings
     WHERE association_id = ${whose.associationId} AND participant_id = ${whose.participantId}
     ORDER BY rated_on DESC LIMIT 20`);
  return rows.map((row) => ({ rating: row.rating, on: row.rated_on }));
}

/** The answer of a day; a second one the same day replaces it. Answers whether anything is new. */
export async function saveOwnRating(tx: Tx, whose: Whose, { rating, on }: OwnRating): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO own_ratings (association_id, participant_id, rated_on, rating)
    VALUES (${whose.associationId}, ${whose.participantId}, ${on}::date, ${rating})
    ON CONFLICT (association_id, participant_id, rated_on) DO UPDATE SET rating = excluded.rating
     WHERE own_ratings.rating <> excluded.rating
    RETURNING 1`);
  return rows.length > 0;
}
