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
  /** That the new supervisor is reached as the former one was. */
  sameReach: z
    .literal("ja")
    .optional()
    .transform((ticked) => ticked === "ja"),
});
export type SupervisorForm = z.input<typeof supervisorFormSchema>;
export type SupervisorChange = z.output<typeof supervisorFormSchema>;

/** Whether a number or an address of the former supervisor is left: links for the new one would go there. */
export function keepsReach(
  change: Pick<SupervisorChange, "supervisorPhone" | "supervisorEmail">,
  { phone, email }: { phone: string; email: string },
): boolean {
  return (
    (phone !== "" && change.supervisorPhone === phone) || (email !== "" && change.supervisorEmail === email)
  );
}
