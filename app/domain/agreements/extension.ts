import { z } from "zod";
import type { AgreementContent } from "#app/domain/agreements/content";
import { limits } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import { weekOf } from "#app/domain/agreements/period";

const hours = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().replace(",", ".") || undefined : value),
  z.coerce
    .number({ error: "hours_range" })
    .min(limits.hoursPerWeek.min, { error: "hours_range" })
    .max(limits.hoursPerWeek.max, { error: "hours_range" })
    .multipleOf(0.5, { error: "half_hours" })
    .optional(),
);

/** A longer time, and other hours from a week of it when they change. Messages are codes of `lifecycle:error.*`. */
export const extensionFormSchema = z
  .object({
    /** Of the changed text that is being written; 0 when none was. */
    revision: z.coerce.number({ error: "form_expired" }).int().min(0).default(0),
    endsOn: z.iso.date({ error: "ends_required" }),
    reportDueOn: z.iso.date({ error: "day_pattern" }).optional(),
    hours,
    since: z.iso.date({ error: "day_pattern" }).optional(),
  })
  .refine(({ hours, since }) => (hours === undefined) === (since === undefined), {
    error: "hours_and_day",
    path: ["since"],
  });
export type ExtensionForm = z.input<typeof extensionFormSchema>;
export type Extension = Omit<z.output<typeof extensionFormSchema>, "revision">;

export type ExtensionCode = "not_later" | "since_outside" | "since_first_week";

/** What stands against it; null when nothing does. Hours of the first week belong to its times: they change in the whole text. */
export function extensionProblem(
  inForce: Pick<AgreementContent, "period">,
  { endsOn, since }: Pick<Extension, "endsOn" | "since">,
): ExtensionCode | null {
  if (endsOn <= inForce.period.endsOn) return "not_later";
  if (since === undefined) return null;
  if (since < inForce.period.startsOn || since > endsOn) return "since_outside";
  return weekOf(inForce.period, since) < 2 ? "since_first_week" : null;
}

/** The text with its new last day, and the hours from the week in which they change; later steps are replaced. */
export function extended<Text extends AgreementDraft>(text: Text, extension: Extension): Text {
  const { endsOn, reportDueOn, hours, since } = extension;
  const week = since === undefined ? null : weekOf(text.period, since);
  return {
    ...text,
    period: { ...text.period, endsOn },
    assignment: text.assignment && { ...text.assignment, ...(reportDueOn ? { reportDueOn } : {}) },
    stepPlan:
      week === null || hours === undefined
        ? text.stepPlan
        : [
            ...text.stepPlan.filter(({ fromWeek }) => fromWeek < week),
            { fromWeek: week, hoursPerWeek: hours },
          ],
  };
}

/** Which field of the form a code is mended in. */
export function extensionField(code: string): "endsOn" | "since" {
  return code === "not_later" ? "endsOn" : "since";
}
