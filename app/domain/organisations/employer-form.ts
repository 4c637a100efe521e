import { z } from "zod";
import { dayAfter } from "#app/domain/organisations/day";
import { appetites } from "#app/domain/organisations/employer";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
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

/**
 * The form of an employer. `today` is an ISO date. Whoever says "not now" names the day to be asked again, who says
 * "maybe" may, and a yes has no such day. `hidden` is a number as its reader may see it, which may be left so.
 */
export function employerFormSchema(today: string, hidden?: string) {
  return z
    .object({
      organisationNumber: hidden ? z.literal(hidden).or(organisationNumberField) : organisationNumberField,
      name: line(120, "name_required"),
      sector: z.enum(sectors, { error: "choose_in_list" }),
      appetite: z.enum(appetites, { error: "choose_in_list" }),
      askAgainOn: z.iso.date({ error: "date_pattern" }).optional(),
    })
    .superRefine((form, context) => {
      const issue = (message: string) => context.addIssue({ code: "custom", path: ["askAgainOn"], message });
      const day = form.askAgainOn;
      if (form.appetite === "not_now" && day === undefined) issue("ask_again");
      if (day === undefined) return;
      if (form.appetite === "yes") issue("ask_again_of_yes");
      else if (day > dayAfter(today, 731)) issue("date_far");
    });
}
export type EmployerForm = z.output<ReturnType<typeof employerFormSchema>>;
export type EmployerFormValues = z.input<ReturnType<typeof employerFormSchema>>;

/** The form of a workplace. The locality is looked up when it is saved. */
export const workplaceFormSchema = z.object({
  name: line(120, "name_required"),
  address: line(120, "address_required"),
  locality: line(80, "locality_required"),
});
export type WorkplaceForm = z.output<typeof workplaceFormSchema>;
export type WorkplaceFormValues = z.input<typeof workplaceFormSchema>;
