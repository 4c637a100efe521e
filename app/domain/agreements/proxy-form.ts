import { z } from "zod";
import { type ProxyReason, proxyReasons, type SigningWay } from "#app/domain/agreements/signatures";
import { noPersonalNumber } from "#app/domain/profiles/plain-words";

/** The places that somebody else may write down: never the coordinator's own. */
export const proxySlots = ["participant", "employer_1", "employer_2", "agency"] as const;

/** A signature that somebody else writes down. Messages are codes of `signing:error.*`. */
export const proxyFormSchema = z.object({
  version: z.coerce.number({ error: "form_expired" }).int().positive(),
  hash: z.string({ error: "form_expired" }).regex(/^[0-9a-f]{64}$/, { error: "form_expired" }),
  slot: z.enum(proxySlots, { error: "slot_missing" }),
  reason: z.enum(proxyReasons, { error: "proxy_reason_missing" }),
  note: z
    .string()
    .trim()
    .max(500, { error: "note_too_long" })
    .refine(...noPersonalNumber)
    .default(""),
  typed: z.string().trim().max(200, { error: "note_too_long" }).default(""),
});
export type ProxyForm = z.output<typeof proxyFormSchema>;

/** On paper when paper was signed; else by proxy. */
export function wayOf(reason: ProxyReason): Extract<SigningWay, "proxy" | "paper"> {
  return reason === "signed_on_paper" ? "paper" : "proxy";
}
