import { z } from "zod";
import { kartlaggningParts } from "#app/domain/profiles/kartlaggning-parts";

/** `framtid:3`: the version of a part that was on the page when the participant said yes to everything. */
export const readVersionsSchema = z.array(
  z
    .string()
    .regex(/^[a-z]+:\d{1,6}$/)
    .transform((value) => {
      const [part, version] = value.split(":");
      return { part, version: Number(version) };
    })
    .pipe(z.object({ part: z.enum(kartlaggningParts), version: z.number() })),
);

/** The day when somebody sat down with the participant. `today` is an ISO date; empty takes the day away. */
export function meetingSchema(today: string) {
  return z.object({
    metOn: z.iso
      .date({ error: "date_pattern" })
      .refine((day) => day <= today, { error: "date_future" })
      .optional(),
  });
}
