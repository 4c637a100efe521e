import { z } from "zod";
import { timePattern } from "#app/domain/agreements/clock-time";
import { followupForms } from "#app/domain/followups/followup";
import { plainWords } from "#app/domain/profiles/plain-words";

/** Another day for a follow-up, and why. Codes of `followups:error.*`. */
export const moveFormSchema = z.object({
  dueOn: z.iso.date({ error: "day_required" }),
  dueAt: z
    .string()
    .regex(timePattern, { error: "time_pattern" })
    .optional()
    .transform((time) => time ?? null),
  form: z.enum(followupForms, { error: "form_required" }),
  reason: plainWords("why_required", 200, "why_too_long"),
});
export type MoveForm = z.input<typeof moveFormSchema>;
export type MoveInput = z.output<typeof moveFormSchema>;
