/** Who answers, in the order in which they are shown. */
export const ratingParties = ["participant", "supervisor", "coach"] as const;
export type RatingParty = (typeof ratingParties)[number];

export const scale = [1, 2, 3, 4, 5] as const;
export type ScaleValue = (typeof scale)[number];

/** Why a statement was passed over: does not want to, does not know, it does not fit. */
export const skipReasons = ["vill_inte", "vet_inte", "passar_inte"] as const;
export type SkipReason = (typeof skipReasons)[number];

export type Answer = ScaleValue | SkipReason;
/** Answers by the item's id. What is not here was not asked, or not noted. */
export type Answers = Readonly<Record<string, Answer>>;

/** How the answers came: in the party's own words, with a supervisor's link, or noted by staff in a conversation. */
export type RatingWay = "own" | "link" | "log";

/** One party's answers of one day. */
export type Rating = {
  party: RatingParty;
  /** ISO date. */
  day: string;
  code: string;
  version: number;
  answers: Answers;
  way: RatingWay;
  byName: string;
  /** ISO time. */
  savedAt: string;
};

/** What a field says: "4" or "vet_inte"; null when it says nothing that is an answer. */
export function answerOf(typed: unknown): Answer | null {
  const number = scale.find((value) => String(value) === typed);
  return number ?? skipReasons.find((reason) => reason === typed) ?? null;
}

export function isValue(answer: Answer | undefined): answer is ScaleValue {
  return typeof answer === "number";
}
