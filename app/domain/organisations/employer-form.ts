import { z } from "zod";
import { dayAfter } from "#app/domain/organisations/day";
import { type Appetite, appetites } from "#app/domain/organisations/employer";
import {
  hasValidCheckDigit,
  isHiddenNumber,
  readOrganisationNumber,
} from "#app/domain/organisations/organisation-number";
import { sectors } from "#app/domain/placements/vocabulary";

// Messages are codes of `register:error.*`.
const line = (longest: number, code: string) =>
  z.string({ error: code }).trim().min(1, { error: code }).max(longest, { error: "text_too_long" });

/** An organisation number as people write it; its check digit must be right. */
export const organisationNumberField = z
  .string({ error: "number_required" })
  .transform((text) => readOrganisationNumber(text) ?? "")
  .refine((number) => number !== "", { error: "number_pattern", abort: true })
  .refine(hasValidCheckDigit, { error: "number_digit" });

/** The questions about the employer itself. `known`: its number as the reader may see it. */
function employerFields(known: string | null) {
  const hidden = known && isHiddenNumber(known) ? z.literal(known).or(organisationNumberField) : null;
  return {
    organisationNumber: hidden ?? (known ? organisationNumberField : organisationNumberField.optional()),
    name: line(120, "name_required"),
    sector: z.enum(sectors, { error: "choose_in_list" }),
    appetite: z.enum(appetites, { error: "choose_in_list" }),
    askAgainOn: z.iso.date({ error: "date_pattern" }).optional(),
  };
}

/** Whoever says "not now" names the day to be asked again, who says "maybe" may, and a yes has no such day. */
const askAgainRule =
  (today: string) =>
  (form: { appetite: Appetite; askAgainOn?: string | undefined }, context: z.RefinementCtx) => {
    const issue = (message: string) => context.addIssue({ code: "custom", path: ["askAgainOn"], message });
    const day = form.askAgainOn;
    if (form.appetite === "not_now" && day === undefined) issue("ask_again");
    if (day === undefined) return;
    if (form.appetite === "yes") issue("ask_again_of_yes");
    else if (day > dayAfter(today, 731)) issue("date_far");
  };

/**
 * The form of an employer. `today` is an ISO date. `known` is the number as its reader may see it: a hidden one may be
 * left so, and one that is known is not taken away; whoever has just been met may go without.
 */
export function employerFormSchema(today: string, known: string | null = null) {
  return z.object(employerFields(known)).superRefine(askAgainRule(today));
}
export type EmployerForm = z.output<ReturnType<typeof employerFormSchema>>;
export type EmployerFormValues = z.input<ReturnType<typeof employerFormSchema>>;

/** The form of an employer that is new to the register: where it is too. `anyway`: it is another one than those shown. */
export function newEmployerSchema(today: string) {
  return z
    .object({
      ...employerFields(null),
      locality: line(80, "locality_required"),
      address: z.string().trim().max(120, { error: "text_too_long" }).default(""),
      anyway: z.literal("yes").optional(),
    })
    .superRefine(askAgainRule(today));
}
export type NewEmployerForm = z.output<ReturnType<typeof newEmployerSchema>>;
export type NewEmployerValues = z.input<ReturnType<typeof newEmployerSchema>>;

/** The form of a workplace. The locality is looked up when it is saved. */
export const workplaceFormSchema = z.object({
  name: line(120, "name_required"),
  address: line(120, "address_required"),
  locality: line(80, "locality_required"),
});
export type WorkplaceForm = z.output<typeof workplaceFormSchema>;
export type WorkplaceFormValues = z.input<typeof workplaceFormSchema>;
