import { z } from "zod";
import { type Duty, duties } from "#app/domain/organisations/employer-rights";
import { line, one, optionalEmail, optionalPhone } from "#app/domain/placements/form-answers";

const id = z.string({ error: "choose_in_list" }).regex(/^[1-9]\d{0,8}$/, { error: "choose_in_list" });

const fields = {
  name: line(120),
  email: optionalEmail,
  phone: optionalPhone,
  /** Empty: every workplace. */
  workplace: id.optional().transform((text) => (text ? Number(text) : null)),
  supervises: z
    .array(id)
    .default([])
    .transform((ids) => ids.map(Number)),
  invite: z.literal("yes").optional(),
};

/** The form of a person at the own employer. Messages are codes of `portal:error.*`. */
export const ownPersonSchema = z.object({ ...fields, duty: one(duties) }).superRefine(isWhole);
export type OwnPerson = z.output<typeof ownPersonSchema>;
export type OwnPersonValues = z.input<typeof ownPersonSchema>;

/** The same as a coordinator fills it in on the employer's behalf: somebody may just be known, with no right at all. */
export const personSchema = z
  .object({
    ...fields,
    duty: z
      .enum(duties, { error: "choose_in_list" })
      .optional()
      .transform((duty) => duty ?? null),
  })
  .superRefine(isWhole);
export type Person = z.output<typeof personSchema>;
export type PersonValues = z.input<typeof personSchema>;

/** The field that a refusal of the whole is told at. */
export const fieldOfRefusal = {
  name_taken: "name",
  last_administrator: "duty",
  duty_kept: "duty",
  elsewhere: "duty",
  workplace_unknown: "workplace",
  email_fixed: "email",
} as const;

type Chosen = Pick<OwnPerson, "invite" | "email" | "supervises"> & { duty: Duty | null };

function isWhole({ invite, email, duty, supervises }: Chosen, context: z.RefinementCtx): void {
  const report = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (invite && email === null) report("email", "email_to_invite");
  if (invite && duty === null) report("duty", "duty_to_invite");
  if (duty === "supervisor" && supervises.length === 0) report("supervises", "choose_supervised");
}

/** Chosen on purpose: nobody stands in. */
export const nobody = "ingen";

const day = z.iso.date({ error: "date" });

/** While away: from when, until when, and who stands in. Null: nobody, what comes waits. */
export const awaySchema = z
  .object({
    from: day,
    until: day,
    delegate: z
      .string({ error: "choose_in_list" })
      .regex(new RegExp(`^([1-9]\\d{0,8}|${nobody})$`), { error: "choose_in_list" })
      .transform((chosen) => (chosen === nobody ? null : Number(chosen))),
  })
  .refine(({ from, until }) => from <= until, { path: ["until"], message: "until_before_from" });
export type Away = z.output<typeof awaySchema>;
export type AwayValues = z.input<typeof awaySchema>;
