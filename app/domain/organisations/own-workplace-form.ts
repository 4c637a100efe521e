import { z } from "zod";
import { line } from "#app/domain/placements/form-answers";

const degree = (min: number, max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === "" ? null : Number(text)))
    .refine((value) => value === null || (value >= min && value <= max), "pin");

/** The form of an own workplace: the address, and a pin on the map where one was set. Codes of `portal:error.*`. */
export const ownWorkplaceSchema = z
  .object({
    name: line(120),
    address: line(120),
    locality: line(80),
    /** WGS 84; without them the middle of the town is meant. */
    lat: degree(55, 69.5),
    lon: degree(10, 25),
    noPin: z.literal("yes").optional(),
  })
  .transform(({ lat, lon, noPin, ...place }) => ({
    ...place,
    pin: lat !== null && lon !== null && !noPin ? { lat, lon } : null,
  }));
export type OwnWorkplaceForm = z.output<typeof ownWorkplaceSchema>;
export type OwnWorkplaceValues = z.input<typeof ownWorkplaceSchema>;
