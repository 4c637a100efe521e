import { z } from "zod";
import { alertKinds } from "#app/domain/followups/alerts";
import { plainNote } from "#app/domain/profiles/plain-words";

/** That an alert is taken care of, with a word about what was done. */
export const handledFormSchema = z.object({
  kind: z.enum(alertKinds),
  since: z.iso.date(),
  note: plainNote(300, "note_too_long"),
});
