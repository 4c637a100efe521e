import { z } from "zod";
import { dayAfter } from "#app/domain/organisations/day";
import { appetites } from "#app/domain/organisations/employer";

/** How far ahead one may ask not to be asked, in days. */
export const longestRest = 366;

/** Yes, maybe, or not now and when to ask again. `today` is an ISO date. Codes of `portal:error.*`. */
export function appetiteSchema(today: string) {
  return z
    .object({
      appetite: z.enum(appetites, { error: "choose_in_list" }),
      askAgainOn: z.iso.date({ error: "date" }).optional(),
    })
    .superRefine(({ appetite, askAgainOn }, context) => {
      const report = (message: string) => context.addIssue({ code: "custom", path: ["askAgainOn"], message });
      if (appetite === "not_now" && askAgainOn === undefined) report("ask_again");
      if (appetite === "yes" || askAgainOn === undefined) return;
      if (askAgainOn <= today) report("day_ahead");
      else if (askAgainOn > dayAfter(today, longestRest)) report("day_far");
    })
    .transform(({ appetite, askAgainOn }) => ({
      appetite,
      askAgainOn: appetite === "yes" ? null : (askAgainOn ?? null),
    }));
}
export type AppetiteAnswer = z.output<ReturnType<typeof appetiteSchema>>;
