import { z } from "zod";
import { always } from "#app/domain/profiles/check-always";
import { sexes } from "#app/domain/profiles/participant";
import { referenceSchema } from "#app/domain/profiles/participant-form";
import { noPersonalNumber, plainNote, plainText, plainWords } from "#app/domain/profiles/plain-words";
import { protectedIdentities } from "#app/domain/profiles/protected-identity";
import { closeReasons, returnReasons } from "#app/domain/profiles/referral-status";

// Messages are codes of `referrals:error.*`. conform turns empty fields into undefined first.

const words = (missing: string, longest = 1000) => plainWords(missing, longest);
const moreWords = (longest = 1000) => plainNote(longest);
const ids = z.array(z.coerce.number({ error: "choose_in_list" }).int().positive()).default([]);
const isTicked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** The form's own id: a form sent twice is one referral. */
export const formKey = z.uuid({ error: "form_expired" });

const request = {
  purpose: words("purpose_required"),
  question: words("question_required"),
  tried: moreWords(),
  wishes: moreWords(),
  agencies: ids,
  agenciesAgreed: isTicked,
};

const person = {
  /** `new`, or the code of one of the case worker's own cases. */
  about: z.string({ error: "about_required" }).trim().min(1, { error: "about_required" }).max(40),
  protectedIdentity: z.enum(protectedIdentities, { error: "protected_required" }).optional(),
  name: z
    .string()
    .trim()
    .max(120, { error: "text_too_long" })
    .refine(...noPersonalNumber)
    .optional(),
  email: z.email({ error: "email_pattern" }).max(254, { error: "email_pattern" }).optional(),
  phone: z.string().trim().max(40, { error: "text_too_long" }).optional(),
  sex: z.enum(sexes, { error: "choose_in_list" }).optional(),
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
  agreed: z.literal("on", { error: "agreed_required" }),
};

type Check = {
  about: string;
  protectedIdentity?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  agencies: number[];
  agenciesAgreed: boolean;
};

function check(form: Check, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (form.agencies?.length > 0 && !form.agenciesAgreed) issue("agenciesAgreed", "agencies_agreed_required");
  if (form.about !== "new") return;
  if (form.protectedIdentity === undefined) issue("protectedIdentity", "protected_required");
  if (form.protectedIdentity === "none" && !form.name) issue("name", "name_required");
  if (form.protectedIdentity === undefined || form.protectedIdentity === "none") return;
  for (const field of ["name", "email", "phone"] as const) {
    if (form[field]) issue(field, `${field}_protected`);
  }
}

/** A case worker's referral, filled in with the participant present. */
export const referralFormSchema = z
  .object({ key: formKey, ...person, ...request })
  .superRefine(check, always);
export type ReferralForm = z.output<typeof referralFormSchema>;

/** The same form answered and sent again after a return: it has an id already. */
export const referralAgainSchema = z.object({ ...person, ...request }).superRefine(check, always);
export type ReferralAgain = z.output<typeof referralAgainSchema>;

/** A participant's own interest: only what one wants is asked for. */
export const interestFormSchema = z
  .object({
    key: formKey,
    purpose: words("interest_required"),
    question: moreWords(),
    tried: moreWords(),
    wishes: moreWords(),
    agencies: ids,
    agenciesAgreed: isTicked,
  })
  .superRefine((form, context) => {
    if (form.agencies.length > 0 && !form.agenciesAgreed) {
      context.addIssue({ code: "custom", path: ["agenciesAgreed"], message: "agencies_agreed_own" });
    }
  });
export type InterestForm = z.output<typeof interestFormSchema>;

/** A decision to take somebody in: who, what was decided, who has the main responsibility, and perhaps a first task. */
export const acceptFormSchema = z
  .object({
    decision: words("decision_required"),
    responsible: z
      .string({ error: "responsible_required" })
      .min(1, { error: "responsible_required" })
      .max(100),
    /** `new` or `existing`; not asked when the referral already has its participant. */
    who: z.enum(["new", "existing"], { error: "who_required" }).optional(),
    reference: referenceSchema.optional(),
    /** Somebody else than the participant with the same address or code. */
    another: z.literal("on").optional(),
    /** Invite the new participant to sign in by mail. */
    invite: z.literal("on").optional(),
    task: plainText(300).optional(),
    taskResponsible: z.string().max(100).optional(),
    taskDue: z.iso.date({ error: "date_pattern" }).optional(),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.who && !form.reference) issue("reference", "reference_required");
    if (!form.task) return;
    if (!form.taskResponsible) issue("taskResponsible", "task_responsible_required");
    if (!form.taskDue) issue("taskDue", "task_due_required");
  });
export type AcceptForm = z.output<typeof acceptFormSchema>;

/** Sent back: why, and what would help. */
export const returnFormSchema = z.object({
  reason: z.enum(returnReasons, { error: "reason_required" }),
  text: words("return_text_required"),
});

/** Ended. */
export const closeFormSchema = z.object({ reason: z.enum(closeReasons, { error: "reason_required" }) });

/** One more thing that somebody does. */
export const taskFormSchema = z.object({
  key: formKey,
  task: words("task_required", 300),
  taskResponsible: z
    .string({ error: "task_responsible_required" })
    .min(1, { error: "task_responsible_required" })
    .max(100),
  taskDue: z.iso.date({ error: "task_due_required" }),
});
export type TaskForm = z.output<typeof taskFormSchema>;
