import { z } from "zod";

/** After how many days of illness an agency wants a certificate. */
export type CertificateLimit = { agencyId: number; name: string; days: number };

const days = z
  .string({ error: "certificateDays" })
  .trim()
  .regex(/^\d{1,3}$/, { error: "certificateDays" })
  .transform(Number)
  .refine((days) => days >= 1 && days <= 365, { error: "certificateDays" });

/** The form of all limits: a whole number of days for each agency, in the order of the page. */
export const certificateLimitsSchema = z.object({
  /** A mark of what the form was filled with. */
  seen: z.string().max(64).default(""),
  limits: z.array(z.object({ agencyId: z.coerce.number().int().positive(), days })).default([]),
});
export type CertificateLimitsValues = z.input<typeof certificateLimitsSchema>;
