import { z } from "zod";
import { signatureSlots } from "#app/domain/agreements/signatures";

/** A signature as it arrives: which version and text were read, for which place, and the typed confirmation. */
export const signFormSchema = z.object({
  version: z.coerce.number({ error: "form_expired" }).int().positive(),
  hash: z.string({ error: "form_expired" }).regex(/^[0-9a-f]{64}$/, { error: "form_expired" }),
  slot: z.enum(signatureSlots, { error: "form_expired" }),
  typed: z.string().trim().max(200, { error: "text_too_long" }).default(""),
});
