import { z } from "zod";
import { dayAfter } from "#app/domain/organisations/day";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

/** How somebody was in touch. A proposal shown to the employer is one too, and is written by the product. */
export const loggedChannels = ["telefon", "besok", "mejl", "sms"] as const;
export type LoggedChannel = (typeof loggedChannels)[number];
export const channels = [...loggedChannels, "forslag"] as const;
export type Channel = (typeof channels)[number];

/** One contact as the register shows it. Dates are ISO dates. */
export type EmployerContact = {
  id: number;
  channel: Channel;
  happenedOn: string;
  withWhom: string;
  note: string;
  userName: string;
  association: string;
  nextStep: string;
  nextStepOn: string | null;
  /** Whose the next step is. */
  isMine: boolean;
  nextStepDoneBy: string | null;
  /** Who put the words right last, and on which ISO date. */
  corrected: { by: string; on: string } | null;
  /** Struck: it stays in the history. A mistake never took place, and counts nowhere. */
  struck: { by: string; on: string; as: StrikeReason } | null;
  /** Whoever wrote it, or holds the relation, may correct or strike it while it stands. */
  mayCorrect: boolean;
};

export const strikeReasons = ["mistake", "wrong_note"] as const;
export type StrikeReason = (typeof strikeReasons)[number];

/**
 * Who may correct or strike a note: its author and the employer's contact owner. What the product wrote itself, that a
 * proposal was shown, stands; and what is struck is struck.
 */
export function mayCorrect(
  contact: { channel: Channel; userId: string | null; ownerUserId: string | null; isStruck: boolean },
  userId: string,
): boolean {
  if (contact.channel === "forslag" || contact.isStruck) return false;
  return contact.userId === userId || contact.ownerUserId === userId;
}

/** The day of a contact: not in the future, and not more than a year ago. */
const dayOf = (today: string) =>
  z.iso
    .date({ error: "date_pattern" })
    .refine((day) => day <= today, { error: "date_future" })
    .refine((day) => day >= dayAfter(today, -366), { error: "date_old" });

const free = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: "text_too_long" })
    .refine((text) => !holdsPersonalNumber(text), { error: "names_participant" })
    .default("");

/**
 * The form of a contact. Messages are codes of `register:error.*`. `today` is an ISO date: what has happened is not in the
 * future nor more than a year ago, what shall happen is not in the past nor more than two years away.
 */
export function contactFormSchema(today: string) {
  return z
    .object({
      /** Made with the page: a form sent twice is one contact. */
      key: z.uuid({ error: "form_key" }),
      channel: z.enum(loggedChannels, { error: "channel_required" }),
      happenedOn: dayOf(today),
      withWhom: z.string().trim().max(120, { error: "text_too_long" }).default(""),
      note: free(2000),
      nextStep: free(300),
      nextStepOn: z.iso
        .date({ error: "date_pattern" })
        .refine((day) => day >= today, { error: "date_past" })
        .refine((day) => day <= dayAfter(today, 731), { error: "date_far" })
        .optional(),
    })
    .superRefine((form, context) => {
      if (form.nextStep !== "" && form.nextStepOn === undefined) {
        context.addIssue({ code: "custom", path: ["nextStepOn"], message: "next_step_date" });
      }
      if (form.nextStep === "" && form.nextStepOn !== undefined) {
        context.addIssue({ code: "custom", path: ["nextStep"], message: "next_step_what" });
      }
    });
}

/** The form that puts a note right. Its day may stay as it was, however long ago that is. */
export function correctionSchema(today: string, happenedOn: string) {
  return z.object({
    channel: z.enum(loggedChannels, { error: "channel_required" }),
    happenedOn: z.literal(happenedOn).or(dayOf(today)),
    withWhom: z.string().trim().max(120, { error: "text_too_long" }).default(""),
    note: free(2000),
  });
}
export type Correction = z.output<ReturnType<typeof correctionSchema>>;
export type CorrectionValues = z.input<ReturnType<typeof correctionSchema>>;

export const strikeSchema = z.object({ as: z.enum(strikeReasons, { error: "strike_reason" }) });

export type ContactForm = z.output<ReturnType<typeof contactFormSchema>>;
export type ContactFormValues = z.input<ReturnType<typeof contactFormSchema>>;
