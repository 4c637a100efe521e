import { z } from "zod";
import { duties } from "#app/domain/organisations/employer-rights";
import { line, one, optionalEmail, optionalPhone } from "#app/domain/placements/form-answers";

const id = z.string({ error: "choose_in_list" }).regex(/^[1-9]\d{0,8}$/, { error: "choose_in_list" });

/** The form of a person at the own employer. Messages are codes of `portal:error.*`. */
export const ownPersonSchema = z
  .object({
    name: line(120),
    email: optionalEmail,
    phone: optionalPhone,
    duty: one(duties),
    /** Empty: every workplace. */
    workplace: id.optional().transform((text) => (text ? Number(text) : null)),
    supervises: z
      .array(id)
      .default([])
      .transform((ids) => ids.map(Number)),
    invite: z.literal("yes").optional(),
  })
  .superRefine((person, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (person.invite && person.email === null) report("email", "email_to_invite");
    if (person.duty === "supervisor" && person.supervises.length === 0)
      report("supervises", "choose_supervised");
  });
export type OwnPerson = z.output<typeof ownPersonSchema>;
export type OwnPersonValues = z.input<typeof ownPersonSchema>;

const day = z.iso.date({ error: "date" });

/** While away: from when, until when, and who stands in. */
export const awaySchema = z
  .object({ from: day, until: day, delegate: id.transform(Number) })
  .refine(({ from, until }) => from <= until, { path: ["until"], message: "until_before_from" });
export type Away = z.output<typeof awaySchema>;
export type AwayValues = z.input<typeof awaySchema>;
