import { z } from "zod";
import { longestMonths } from "#app/domain/consent/consent";
import { dayAfter, monthsAfter } from "#app/domain/organisations/day";

/** The last day of a period of whole months that begins on an ISO date: half a year from 2026-03-03 ends 2026-09-02. */
export function lastDay(from: string, months: number): string {
  const then = monthsAfter(from, months);
  return then.slice(8) === from.slice(8) ? dayAfter(then, -1) : then;
}

/**
 * A consent that staff note: signed on paper or spoken, from when and until when. Messages are codes of
 * `consent:error.*`; `today` is an ISO date.
 */
export function recordConsentSchema(today: string) {
  const isoDate = z.iso.date({ error: "date_required" });
  return z
    .object({
      givenHow: z.enum(["paper", "spoken"], { error: "given_how_required" }),
      language: z.enum(["sv", "en"], { error: "language_required" }),
      validFrom: isoDate,
      validUntil: isoDate,
      read: z.literal("on", { error: "read_required" }),
    })
    .superRefine((form, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (form.validFrom > today) issue("validFrom", "from_future");
      if (form.validUntil < today) issue("validUntil", "until_past");
      if (form.validUntil < form.validFrom) issue("validUntil", "until_before_from");
      if (form.validUntil > lastDay(form.validFrom, longestMonths)) issue("validUntil", "until_too_far");
    });
}

export type RecordConsentForm = z.infer<ReturnType<typeof recordConsentSchema>>;
