import { z } from "zod";

const phone = z.string().trim().max(40, { error: "text_too_long" }).default("");
const email = z
  .union([z.literal(""), z.email({ error: "email_pattern" }).max(200, { error: "text_too_long" })], {
    error: "email_pattern",
  })
  .default("");
const reach = z.strictObject({ email, phone });

/** How people are reached: beside the signed text, changes freely and keeps signatures. domain.md "Field classes". */
export const contactsSchema = z.strictObject({
  supervisor: reach,
  /** Whom to call when something is wrong. */
  trouble: z.strictObject({ name: z.string().trim().max(120, { error: "text_too_long" }), phone }),
  /** Where the employer's signatories get their links. */
  employer1: reach,
  employer2: reach,
});
export type Contacts = z.output<typeof contactsSchema>;

export const noContacts: Contacts = {
  supervisor: { email: "", phone: "" },
  trouble: { name: "", phone: "" },
  employer1: { email: "", phone: "" },
  employer2: { email: "", phone: "" },
};
