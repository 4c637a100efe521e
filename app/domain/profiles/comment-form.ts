import { z } from "zod";

/** What the participant says about the version that was read. Messages are codes of `profiles:error.*`. */
export const commentSchema = z.object({
  version: z.coerce.number().int().positive().max(2_147_483_647),
  comment: z
    .string({ error: "comment_required" })
    .trim()
    .min(1, { error: "comment_required" })
    .max(2000, { error: "text_too_long" }),
});
