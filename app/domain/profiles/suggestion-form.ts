import { z } from "zod";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import { sectors } from "#app/domain/placements/vocabulary";
import { freeNote, freeWords } from "#app/domain/profiles/plain-words";
import { formKey } from "#app/domain/profiles/referral-form";
import { notPossibleReasons } from "#app/domain/profiles/suggestion";

// Messages are codes of `plan:error.*`. conform turns empty fields into undefined first.

/** What the participant says about a workplace found by oneself. */
export const suggestionFormSchema = z.object({
  key: formKey,
  workplace: freeWords("workplace_required", 120),
  place: freeWords("place_required", 80),
  couldDo: freeNote(1000),
  talkedWith: freeNote(200),
  mayContact: z.enum(["yes", "no"], { error: "may_contact_required" }),
});
export type SuggestionForm = z.output<typeof suggestionFormSchema>;

export const contactChannels = ["telefon", "besok", "mejl", "sms"] as const;

/** The contact with the workplace: which employer of the register, or a new one, and what was said. */
export const contactFormSchema = z
  .object({
    /** Id of an employer in the register, or `new`. */
    employer: z.string({ error: "employer_required" }).min(1, { error: "employer_required" }).max(20),
    organisationNumber: z.string().trim().max(20).optional(),
    employerName: freeNote(120),
    sector: z.enum(sectors, { error: "choose_in_list" }).optional(),
    channel: z.enum(contactChannels, { error: "channel_required" }),
    on: z.iso.date({ error: "date_pattern" }),
    note: freeNote(1000),
  })
  .superRefine((form, context) => {
    if (form.employer !== "new") return;
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.employerName === "") issue("employerName", "employer_name_required");
    // Whoever has just been met is known by name and place; a number that is written is right.
    const number = readOrganisationNumber(form.organisationNumber ?? "");
    if (form.organisationNumber && (!number || !hasValidCheckDigit(number)))
      issue("organisationNumber", "organisation_number");
    if (!form.sector) issue("sector", "choose_in_list");
  });
export type ContactForm = z.output<typeof contactFormSchema>;

/** It did not work out. */
export const notPossibleSchema = z.object({
  reason: z.enum(notPossibleReasons, { error: "reason_required" }),
  answer: freeNote(600),
});
