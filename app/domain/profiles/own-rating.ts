import { z } from "zod";
import { answerLists } from "#app/domain/profiles/kartlaggning-parts";

/**
 * How much the participant believes in oneself, 1 to 5, on a day (ISO date). Whose is what (domain.md "Profile", part 7):
 * the rating is the participant's, and nobody else writes it; whether it is an obstacle is the coordinator's question, and
 * what the participant says about it at a talk is written down by the coordinator, beside this.
 */
export type OwnRating = { rating: number; on: string };

/** The participant's answer. Messages are codes of `kartlaggning:error.*`. */
export const ownRatingSchema = z.object({
  rating: z.enum(answerLists.rating, { error: "rating_required" }).transform(Number),
});
