import { z } from "zod";
import { noPersonalNumber } from "#app/domain/profiles/plain-words";

/** What a supervisor says of somebody who has been there. */
export type SupervisorReference = {
  supervisorName: string;
  wentWell: string;
  /** May be asked about the person, and then how. */
  recommends: boolean;
  contact: string;
  /** Whether the words may stand in the certificate. */
  mayCertify: boolean;
};

/** The form, three questions. Messages are codes of `closing:error.*`. */
export const referenceFormSchema = z
  .object({
    wentWell: z
      .string({ error: "went_well_required" })
      .trim()
      .min(1, { error: "went_well_required" })
      .max(800, { error: "text_too_long" })
      .refine(...noPersonalNumber),
    recommends: z
      .enum(["ja", "nej"], { error: "recommends_required" })
      .transform((answer) => answer === "ja"),
    contact: z.string().trim().max(120, { error: "text_too_long" }).default(""),
    mayCertify: z
      .literal("ja")
      .optional()
      .transform((answer) => answer === "ja"),
  })
  .superRefine(({ recommends, contact }, context) => {
    if (recommends && contact === "")
      context.addIssue({ code: "custom", path: ["contact"], message: "contact_required" });
  })
  // How somebody is reached is kept only when they want to be.
  .transform((form) => (form.recommends ? form : { ...form, contact: "" }));
export type ReferenceForm = z.input<typeof referenceFormSchema>;
