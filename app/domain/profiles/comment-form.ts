import { z } from "zod";
import { noPersonalNumber } from "#app/domain/profiles/plain-words";

const version = z.coerce.number().int().positive().max(2_147_483_647);
const words = z
  .string()
  .trim()
  .max(2000, { error: "text_too_long" })
  .refine(...noPersonalNumber);

/** What the participant says about the version that was read. Messages are codes of `error.*` of the page's texts. */
export const commentSchema = z.object({
  version,
  comment: z.string({ error: "comment_required" }).pipe(words.min(1, { error: "comment_required" })),
});

/** A yes to the version that was read, or another answer to it, and the own words that were typed beside: none is "". */
export const answerSchema = z.object({ version, comment: words.default("") });
