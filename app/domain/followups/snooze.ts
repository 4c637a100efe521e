import { z } from "zod";
import { exceptionKinds } from "#app/domain/followups/exceptions";
import { dayAfter } from "#app/domain/organisations/day";
import { plainWords } from "#app/domain/profiles/plain-words";

/** At most so long: what nobody looks at for longer is not put off, it is forgotten. */
export const longestSnoozeDays = 90;
/** What is proposed. */
export const usualSnoozeDays = 7;

/** Until when, and why. Messages are codes of `exceptions:error.*`. */
export function snoozeFormSchema(today: string) {
  return z.object({
    until: z.iso
      .date({ error: "until_required", abort: true })
      .refine((day) => day > today, { error: "until_later", abort: true })
      .refine((day) => day <= dayAfter(today, longestSnoozeDays), { error: "until_too_late" }),
    reason: plainWords("reason_required", 200),
  });
}
export type SnoozeForm = z.output<ReturnType<typeof snoozeFormSchema>>;

/** Which row of which kind, as an address says it. */
export const snoozedThingSchema = z.object({
  kind: z.enum(exceptionKinds),
  subject: z.string().min(1).max(80),
});
export type SnoozedThing = z.output<typeof snoozedThingSchema>;
