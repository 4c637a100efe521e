import { z } from "zod";
import { timePattern } from "#app/domain/agreements/clock-time";
import { logMarks, logSteps, presentParties } from "#app/domain/followups/contact-log";
import { followupForms } from "#app/domain/followups/followup";
import { longestWords } from "#app/domain/followups/log-words";
import { noDiagnosisCode, noPersonalNumber } from "#app/domain/profiles/plain-words";

const day = (missing: string) => z.iso.date({ error: missing });
const time = (missing: string) => z.string({ error: missing }).regex(timePattern, { error: missing });
const ticked = z.literal("on").optional();

/**
 * A contact as its form sends it, from a page or from what a phone has kept. Messages are codes of `visit:error.*`. `next` is
 * `planned` (the rhythm's own stays), `2026-03-17T10:15` (one of the proposals), `own` or `none`.
 */
export const logFormSchema = z
  .object({
    id: z.uuid({ error: "form_expired" }),
    /** When it was written on the phone; without script when it arrives. */
    writtenAt: z.iso.datetime({ error: "form_expired" }).optional(),
    heldOn: day("held_on_required"),
    heldAt: time("held_at_required"),
    form: z.enum(followupForms, { error: "form_required" }),
    withWhom: z.array(z.enum(presentParties, { error: "choose_in_list" })).min(1, { error: "with_required" }),
    marks: z.array(z.enum(logMarks, { error: "choose_in_list" })).default([]),
    step: z.enum(logSteps, { error: "choose_in_list" }).optional(),
    words: z
      .string()
      .trim()
      .max(longestWords, { error: "words_too_long" })
      .refine(...noDiagnosisCode)
      .refine(...noPersonalNumber)
      .default(""),
    workingNote: ticked,
    next: z
      .union(
        [
          z.enum(["planned", "own", "none"]),
          z.iso.datetime({ local: true, precision: -1, error: "choose_in_list" }),
        ],
        {
          error: "choose_in_list",
        },
      )
      .default("none"),
    nextOn: day("next_on_pattern").optional(),
    nextAt: time("next_at_pattern").optional(),
  })
  .refine(({ next, nextOn }) => next !== "own" || nextOn !== undefined, {
    path: ["nextOn"],
    error: "next_on_required",
  })
  .refine(({ heldOn, ...of }) => (nextDayOf(of)?.day ?? "9999") >= heldOn, {
    path: ["nextOn"],
    error: "next_before",
  });
export type LogForm = z.input<typeof logFormSchema>;
export type LogInput = z.output<typeof logFormSchema>;

type Next = { next: string; nextOn?: string | undefined; nextAt?: string | undefined };

/** The day and time that were chosen for the next contact; null when none is to be added. */
export function nextDayOf({ next, nextOn, nextAt }: Next): { day: string; at: string | null } | null {
  if (next === "none" || next === "planned") return null;
  if (next === "own") return nextOn ? { day: nextOn, at: nextAt ?? null } : null;
  return { day: next.slice(0, 10), at: next.slice(11, 16) };
}
