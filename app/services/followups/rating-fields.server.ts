import type { Agreement } from "#app/domain/agreements/agreement";
import type { InstrumentVersion } from "#app/domain/followups/instrument";
import { ratingParties } from "#app/domain/followups/rating";
import { type Point, type Trend, trendOf } from "#app/domain/followups/rating-trend";
import { currentInstrumentIn } from "#app/services/followups/instruments.server";
import type { Tx } from "#db/client.server";
import { listRatings } from "#db/queries/ratings.server";

/** What the rating fields of a quick log show: the statements, and the last answers to each by party, the oldest first. */
export type RatingFieldsData = { instrument: InstrumentVersion; trends: Record<string, Trend> };

/** So many of the last answers make the small line. */
const lastPoints = 4;

/** The rating fields of an agreement, inside the transaction of whoever shows them and writes down that it was read. */
export async function readRatingFieldsIn(
  tx: Tx,
  agreement: Pick<Agreement, "id" | "associationId">,
): Promise<RatingFieldsData> {
  const instrument = await currentInstrumentIn(tx, agreement.associationId);
  const ratings = await listRatings(tx, agreement.id);
  const trends = instrument.items.map(({ id }) => [id, shorten(trendOf(ratings, instrument.code, id))]);
  return { instrument, trends: Object.fromEntries(trends) };
}

function shorten(trend: Trend): Trend {
  const short = (points: readonly Point[]) => points.slice(-lastPoints);
  return Object.fromEntries(ratingParties.map((party) => [party, short(trend[party])])) as Trend;
}
