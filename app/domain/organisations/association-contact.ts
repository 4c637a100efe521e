import { z } from "zod";
import { line, optionalEmail, optionalPhone, optionalText } from "#app/domain/placements/form-answers";

/** How to reach an association: whom to ask for, the general number and mailbox, and when somebody answers. */
export type PublicContact = {
  askFor: string;
  phone: string | null;
  email: string | null;
  hours: string;
};

/** An association as everybody may see it. `contact` is null until an administrator has filled it in. */
export type AssociationContact = { name: string; municipalities: string[]; contact: PublicContact | null };

/** The administrator's form. Messages are codes of `contact:error.*`. */
export const publicContactSchema = z
  .object({
    askFor: line(80),
    phone: optionalPhone,
    email: optionalEmail,
    hours: optionalText(120),
  })
  .superRefine(({ phone, email }, context) => {
    if (phone === null && email === null)
      context.addIssue({ code: "custom", path: ["phone"], message: "one_way" });
  });
export type PublicContactValues = z.input<typeof publicContactSchema>;
