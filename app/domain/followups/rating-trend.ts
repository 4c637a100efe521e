import { type Answer, type Rating, type RatingParty, ratingParties } from "#app/domain/followups/rating";

/** One answer to one item, on its day. */
export type Point = { day: string; answer: Answer; way: Rating["way"] };
/** What each party has answered to an item, the oldest first. */
export type Trend = Record<RatingParty, Point[]>;

/**
 * The answers to one item of an instrument, party by party and day by day; one a day. What somebody has said in the own words
 * counts before what was noted about it in a conversation the same day, else the one that was saved last.
 */
export function trendOf(ratings: readonly Rating[], code: string, item: string): Trend {
  const trend: Trend = { participant: [], supervisor: [], coach: [] };
  const ofItem = ratings.filter((one) => one.code === code && one.answers[item] !== undefined);
  for (const party of ratingParties) {
    const days = new Map<string, Rating>();
    for (const one of ofItem.filter((rating) => rating.party === party)) {
      const other = days.get(one.day);
      if (!other || counts(one, other)) days.set(one.day, one);
    }
    trend[party] = [...days.values()]
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map(({ day, answers, way }) => ({ day, answer: answers[item]!, way }));
  }
  return trend;
}

/** Whether one rating counts before another of the same party and day. */
function counts(one: Rating, other: Rating): boolean {
  // What a coach notes about the own view is the coach's own words.
  const isOwn = ({ way, party }: Rating) => way !== "log" || party === "coach";
  return isOwn(one) === isOwn(other) ? one.savedAt > other.savedAt : isOwn(one);
}

/** The last answer of each party to an item; none for a party that has not answered. */
export function latestOf(trend: Trend): Partial<Record<RatingParty, Point>> {
  return Object.fromEntries(
    ratingParties.flatMap((party) => (trend[party].length > 0 ? [[party, trend[party].at(-1)!]] : [])),
  );
}
