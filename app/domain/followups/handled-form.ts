import { z } from "zod";
import { alertKinds } from "#app/domain/followups/alerts";

/** That an alert is taken care of, with a word about what was done. */
export const handledFormSchema = z.object({
  kind: z.enum(alertKinds),
  since: z.iso.date(),
  note: z.string().trim().max(300, { error: "note_too_long" }).default(""),
});
