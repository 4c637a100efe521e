import { z } from "zod";
import { pauseKinds } from "#app/domain/agreements/pause";
import { freeNote } from "#app/domain/profiles/plain-words";

/** A pause as it is asked for. Messages are codes of `lifecycle:error.*`. Without a day of return: nobody knows yet. */
export const pauseFormSchema = z.object({
  from: z.iso.date({ error: "pause_from_missing" }),
  kind: z.enum(pauseKinds, { error: "choose_in_list" }).default("other"),
  returnsOn: z.iso.date({ error: "day_pattern" }).optional(),
  /** For staff only. */
  note: freeNote(600),
});
export type PauseForm = z.input<typeof pauseFormSchema>;

/** The day of return, today or ahead. */
export const resumeFormSchema = z.object({ returnsOn: z.iso.date({ error: "day_pattern" }) });
export type ResumeForm = z.input<typeof resumeFormSchema>;

/** Which field of the form something that stands against a pause is mended in. */
export function pauseField(code: string): "from" | "returnsOn" {
  return code === "return_missing" || code === "return_before_pause" || code === "pause_past_end"
    ? "returnsOn"
    : "from";
}
