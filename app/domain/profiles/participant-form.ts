import { z } from "zod";
import { always } from "#app/domain/profiles/check-always";
import { sexes } from "#app/domain/profiles/participant";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";
import { noPersonalNumber, plainText } from "#app/domain/profiles/plain-words";
import { protectedIdentities } from "#app/domain/profiles/protected-identity";

/** A code such as L-0714. It has a digit, so that no word of an address (/deltagare/ny) can be one. */
export const referenceSchema = z
  .string({ error: "reference_required" })
  .trim()
  .min(1, { error: "reference_required", abort: true })
  .regex(/^(?=.*\d)[\p{L}\d][\p{L}\d-]{1,19}$/u, { error: "reference_pattern", abort: true })
  .refine((value) => !holdsPersonalNumber(value), { error: "reference_personnummer" });

const isoDate = z.iso.date({ error: "date_pattern" });
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: "text_too_long" })
    .refine(...noPersonalNumber)
    .optional();
const optionalWords = (longest: number) => plainText(longest).optional();

/** Identifier of a row chosen in a list. */
const optionalId = z.coerce
  .number({ error: "choose_in_list" })
  .int({ error: "choose_in_list" })
  .positive()
  .optional();

const fields = {
  reference: referenceSchema,
  protectedIdentity: z.enum(protectedIdentities, { error: "protected_required" }),
  name: optionalText(120),
  email: z.email({ error: "email_pattern" }).max(254, { error: "email_pattern" }).optional(),
  sex: z.enum(sexes, { error: "sex_required" }),
  birthYear: z.coerce
    .number({ error: "birth_year_pattern" })
    .int({ error: "birth_year_pattern" })
    .min(1900, { error: "birth_year_pattern" })
    .max(2100, { error: "birth_year_pattern" })
    .optional(),
  municipality: z
    .string()
    .regex(/^\d{4}$/, { error: "choose_in_list" })
    .optional(),
  locality: optionalText(80),
  agency: optionalId,
  caseWorker: optionalText(100),
  referredOn: isoDate.optional(),
  purpose: optionalWords(500),
  question: optionalWords(500),
  tried: optionalWords(1000),
  wishes: optionalWords(1000),
  otherAgencies: z.array(z.coerce.number({ error: "choose_in_list" }).int().positive()).optional(),
  agenciesAgreed: z.literal("on").optional(),
};

/**
 * The form of a participant. Messages are codes of `profiles:error.*`. `today` (ISO date) sets the youngest and oldest
 * year of birth that make sense: 15 to 100 years.
 */
export function participantFormSchema(today: string) {
  const year = Number(today.slice(0, 4));
  return z.object(fields).superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.protectedIdentity === "protected" || form.protectedIdentity === "unknown") {
      if (form.name) issue("name", "name_protected");
      if (form.email) issue("email", "email_protected");
    }
    if (typeof form.birthYear === "number" && (form.birthYear > year - 15 || form.birthYear < year - 100)) {
      issue("birthYear", "birth_year_range");
    }
    if (form.referredOn !== undefined && form.referredOn > today) issue("referredOn", "date_future");
    if (form.otherAgencies?.length && form.agenciesAgreed !== "on")
      issue("agenciesAgreed", "agencies_agreed");
    if (form.caseWorker && form.agency === undefined) issue("agency", "agency_of_case_worker");
  }, always);
}

export type ParticipantForm = z.infer<ReturnType<typeof participantFormSchema>>;

/** A new participant: the form, and whether to invite the person to sign in. */
export function newParticipantSchema(today: string) {
  return participantFormSchema(today).and(z.object({ invite: z.literal("on").optional() }));
}

export type NewParticipantForm = z.infer<ReturnType<typeof newParticipantSchema>>;

/** Changing a participant: the form, the version it was opened with, and the yes to removing name and e-mail. */
export function changeParticipantSchema(today: string) {
  return participantFormSchema(today).and(
    z.object({ version: z.coerce.number().int(), removeIdentity: z.literal("on").optional() }),
  );
}

export type ChangeParticipantForm = z.infer<ReturnType<typeof changeParticipantSchema>>;
