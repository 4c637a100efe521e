import { z } from "zod";

/** The day when somebody sat down with the participant. `today` is an ISO date; empty takes the day away. */
export function metOnSchema(today: string) {
  return z.object({
    metOn: z.iso
      .date({ error: "date_pattern" })
      .refine((day) => day <= today, { error: "date_future" })
      .optional(),
  });
}
