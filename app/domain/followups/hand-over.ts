import { z } from "zod";
import { plainNote } from "#app/domain/profiles/plain-words";

export const handoverReasons = ["away", "leaves", "other"] as const;
export type HandoverReason = (typeof handoverReasons)[number];

/** A hand-over as the form has it. Codes of `followups:error.*`. `whole`: everything that somebody follows up. */
export const handoverFormSchema = z
  .object({
    /** Whose it is; "" is what nobody follows up. */
    from: z.string().max(100).default(""),
    to: z.string({ error: "to_required" }).min(1, { error: "to_required" }).max(100),
    what: z.enum(["whole", "chosen"], { error: "what_required" }),
    agreements: z.array(z.uuid()).max(1000).default([]),
    reason: z.enum(handoverReasons, { error: "reason_required" }),
    until: z.iso
      .date({ error: "until_pattern" })
      .optional()
      .transform((day) => day ?? null),
    note: plainNote(300, "note_too_long"),
  })
  .superRefine((form, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.reason === "away" && form.until === null) wrong("until", "until_required");
    if (form.what === "chosen" && form.agreements.length === 0) wrong("agreements", "agreements_required");
    if (form.from !== "" && form.from === form.to) wrong("to", "to_oneself");
  });
export type HandoverForm = z.input<typeof handoverFormSchema>;
export type HandoverInput = z.output<typeof handoverFormSchema>;

/**
 * Whether somebody can take over an agreement about a protected identity: only who is of the group that knows of it. When
 * nobody else of them works here any more, a coordinator names somebody. domain.md "Consent, secrecy, protection".
 */
export function mayTakeOver(
  to: string,
  of: { group: readonly string[]; from: string; working: readonly string[]; isCoordinator: boolean },
): boolean {
  if (of.group.includes(to)) return true;
  const others = of.group.filter((user) => user !== of.from && of.working.includes(user));
  return of.isCoordinator && others.length === 0;
}

/** A hand-over as the agreement's page tells it. Times are ISO strings. */
export type Handover = {
  id: string;
  fromName: string;
  toName: string;
  reason: HandoverReason;
  until: string | null;
  returnedAt: string | null;
  note: string;
  byName: string;
  at: string;
};
