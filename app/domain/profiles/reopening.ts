import { z } from "zod";

/** Why somebody who has left is back. `new_referral` is written when a referral of somebody who left is accepted. */
export const reopenReasons = ["returns", "by_mistake", "new_referral", "other"] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** What the form offers: a referral that is accepted reopens by itself. */
export const offeredReasons = ["returns", "by_mistake", "other"] as const satisfies readonly ReopenReason[];

/** The form of a coordinator who opens a case again. Messages are codes of `profiles:error.*`. */
export const reopenFormSchema = z.object({
  reason: z.enum(offeredReasons, { error: "reopen_reason_required" }),
});
