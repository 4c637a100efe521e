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
