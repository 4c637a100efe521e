import { z } from "zod";

/** Arbetsgivarring: employers who lend each other places. */
export type Ring = { id: number; name: string; about: string; members: number };

export const ringFormSchema = z.object({
  name: z
    .string({ error: "name_required" })
    .trim()
    .min(1, { error: "name_required" })
    .max(80, { error: "text_too_long" }),
  about: z.string().trim().max(500, { error: "text_too_long" }).default(""),
});
export type RingForm = z.output<typeof ringFormSchema>;
