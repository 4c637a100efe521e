import { z } from "zod";
import { cancelReasons, earlyEndReasons, initiatives } from "#app/domain/agreements/agreement-status";
import type { Actor } from "#app/domain/identity/actor";
import { noteOf } from "#app/domain/profiles/plain-words";

/** Ending early, or cancelling what never began. Participant and employer do not say whose wish it was: it is theirs. */
export const endFormSchema = (role: Actor["role"]) =>
  z.object({
    to: z.enum(["cancelled", "ended_early"], { error: "choose_in_list" }),
    reason: z.enum([...new Set([...cancelReasons, ...earlyEndReasons])] as [string, ...string[]], {
      error: "reason_missing",
    }),
    initiative: z.enum(initiatives, { error: "initiative_missing" }).optional(),
    note: noteOf(role, 600),
  });
export type EndForm = z.input<ReturnType<typeof endFormSchema>>;

/** The field in which something that stands against an end is mended. What is not here is mended in none. */
export const endFields: Partial<Record<string, keyof EndForm>> = {
  reason_missing: "reason",
  initiative_missing: "initiative",
};
