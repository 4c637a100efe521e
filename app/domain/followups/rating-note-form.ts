import { z } from "zod";
import { plainNote } from "#app/domain/profiles/plain-words";

/** That different answers have been talked about, with a word about what was done. */
export const disagreementFormSchema = z.object({
  code: z.string().max(20),
  item: z.string().max(40),
  since: z.iso.date(),
  note: plainNote(300, "note_too_long"),
});

/** When the answers were given that staff write in, and which form it was. */
export const ratingNoteSchema = z.object({
  day: z.iso.date({ error: "day_wrong" }),
  logId: z.uuid({ error: "day_wrong" }),
});
