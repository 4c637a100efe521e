import { z } from "zod";

const text = (longest: number) => z.string().trim().max(longest, { error: "text_too_long" }).default("");

/** Who supervises, and how one reaches them: the first is logged, the rest changes freely. Codes of `agreements:error.*`. */
export const supervisorFormSchema = z.object({
  supervisorName: z
    .string({ error: "supervisor_required" })
    .trim()
    .min(1, { error: "supervisor_required" })
    .max(120, { error: "text_too_long" }),
  supervisorTitle: text(120),
  supervisorPhone: text(40),
  supervisorEmail: z
    .email({ error: "email_pattern" })
    .max(200, { error: "text_too_long" })
    .optional()
    .transform((email) => email ?? ""),
  troubleName: text(120),
  troublePhone: text(40),
});
export type SupervisorForm = z.input<typeof supervisorFormSchema>;
export type SupervisorChange = z.output<typeof supervisorFormSchema>;
