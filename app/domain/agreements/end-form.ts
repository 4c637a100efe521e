import { z } from "zod";
import { cancelReasons, earlyEndReasons, initiatives } from "#app/domain/agreements/agreement-status";
import { freeNote } from "#app/domain/profiles/plain-words";

/** Ending early, or cancelling what never began. Participant and employer do not say whose wish it was: it is theirs. */
export const endFormSchema = z.object({
  to: z.enum(["cancelled", "ended_early"], { error: "choose_in_list" }),
  reason: z.enum([...new Set([...cancelReasons, ...earlyEndReasons])] as [string, ...string[]], {
    error: "reason_missing",
  }),
  initiative: z.enum(initiatives, { error: "initiative_missing" }).optional(),
  note: freeNote(600),
});
export type EndForm = z.input<typeof endFormSchema>;

/** The field in which something that stands against an end is mended. What is not here is mended in none. */
export const endFields: Partial<Record<string, keyof EndForm>> = {
  reason_missing: "reason",
  initiative_missing: "initiative",
};
