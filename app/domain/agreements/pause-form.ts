import { z } from "zod";
import { pauseKinds } from "#app/domain/agreements/pause";
import type { Actor } from "#app/domain/identity/actor";
import { noteOf } from "#app/domain/profiles/plain-words";

/** A pause as it is asked for. Messages are codes of `lifecycle:error.*`. Without a day of return: nobody knows yet. */
export const pauseFormSchema = (role: Actor["role"]) =>
  z.object({
    from: z.iso.date({ error: "pause_from_missing" }),
    kind: z.enum(pauseKinds, { error: "choose_in_list" }).default("other"),
    returnsOn: z.iso.date({ error: "day_pattern" }).optional(),
    /** For staff only. */
    note: noteOf(role, 600),
  });
export type PauseForm = z.input<ReturnType<typeof pauseFormSchema>>;

/** The day of return, today or ahead. */
export const resumeFormSchema = z.object({ returnsOn: z.iso.date({ error: "day_pattern" }) });
export type ResumeForm = z.input<typeof resumeFormSchema>;

/** The field in which something that stands against a pause is mended. What is not here is mended in none. */
export const pauseFields: Partial<Record<string, keyof PauseForm>> = {
  pause_outside_period: "from",
  return_missing: "returnsOn",
  return_before_pause: "returnsOn",
  pause_past_end: "returnsOn",
};
/** The same for the day of return alone. */
export const resumeFields: Partial<Record<string, keyof ResumeForm>> = { pause_past_end: "returnsOn" };
