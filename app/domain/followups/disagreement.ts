import { isValue, type Rating, type RatingParty, type ScaleValue } from "#app/domain/followups/rating";
import { latestOf, type Trend, trendOf } from "#app/domain/followups/rating-trend";
import { dayAfter } from "#app/domain/organisations/day";

/** Latest answers that lie further apart in time than this are not compared: a month and the time to answer. */
export const disagreementDays = 45;
/** domain.md "Instrument": from this spread on the parties see it differently. */
export const disagreementSpread = 2;

/** That the parties see an item differently. `since`: the day of the newest of the answers. */
export type Disagreement = {
  code: string;
  item: string;
  since: string;
  answers: Partial<Record<RatingParty, ScaleValue>>;
  spread: number;
};

/**
 * Whether the parties see an item differently: the spread of their latest answers is 2 or more. Only answers of the 45 days
 * before the newest one count: a supervisor's answer of the spring is not set against a participant's of the autumn. Who
 * skipped it last has no answer, whatever was answered before. Null: they agree, or only one has answered.
 */
export function disagreementIn(trend: Trend, code: string, item: string): Disagreement | null {
  const latest = Object.entries(latestOf(trend)).filter(([, { answer }]) => isValue(answer));
  const since = latest.reduce((newest, [, { day }]) => (day > newest ? day : newest), "");
  if (since === "") return null;
  const oldest = dayAfter(since, -disagreementDays);
  const compared = latest.filter(([, { day }]) => day >= oldest);
  const values = compared.map(([, { answer }]) => answer as ScaleValue);
  const spread = Math.max(...values) - Math.min(...values);
  if (spread < disagreementSpread) return null;
  const answers: Disagreement["answers"] = Object.fromEntries(
    compared.map(([party, { answer }]) => [party, answer]),
  );
  return { code, item, since, answers, spread };
}

/** Every item on which the parties of an agreement see things differently, in the order of the items' ids. */
export function disagreementsOf(ratings: readonly Rating[]): Disagreement[] {
  const items = new Set(
    ratings.flatMap(({ code, answers }) => Object.keys(answers).map((id) => `${code} ${id}`)),
  );
  return [...items].sort().flatMap((key) => {
    const [code = "", item = ""] = key.split(" ");
    return disagreementIn(trendOf(ratings, code, item), code, item) ?? [];
  });
}
