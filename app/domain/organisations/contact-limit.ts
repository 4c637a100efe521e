import { z } from "zod";
import { contactLimits } from "#app/domain/organisations/fatigue";

/** The form of the association's limit: a whole number of contacts in thirty days. */
export const contactLimitSchema = z.object({
  limit: z
    .string({ error: "limit" })
    .trim()
    .regex(/^\d{1,2}$/, { error: "limit" })
    .transform(Number)
    .refine((limit) => limit >= contactLimits.min && limit <= contactLimits.max, { error: "limit" }),
});
export type ContactLimitValues = z.input<typeof contactLimitSchema>;
