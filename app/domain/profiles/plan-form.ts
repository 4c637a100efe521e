import { z } from "zod";
import { typedTime } from "#app/domain/profiles/clock-time";
import { noDiagnosisCode, noPersonalNumber } from "#app/domain/profiles/plain-words";
import { activityKinds, activityStatuses, commitmentStatuses, goalStatuses } from "#app/domain/profiles/plan";
import { formKey } from "#app/domain/profiles/referral-form";

// Messages are codes of `plan:error.*`. conform turns empty fields into undefined first.

const words = (missing: string, longest: number) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(longest, { error: "text_too_long" })
    .refine(...noPersonalNumber)
    .refine(...noDiagnosisCode);
const moreWords = (longest: number) => z.string().trim().max(longest, { error: "text_too_long" }).default("");
const day = z.iso.date({ error: "date_pattern" });
const time = typedTime();
/** 0: not saved before. */
const version = z.coerce.number({ error: "form_expired" }).int().min(0);

/** A goal. */
export const goalFormSchema = z.object({
  key: formKey,
  version,
  goal: words("goal_required", 500),
  targetOn: day.optional(),
  status: z.enum(goalStatuses, { error: "choose_in_list" }).default("open"),
});
export type GoalForm = z.output<typeof goalFormSchema>;

/** An activity. */
export const activityFormSchema = z
  .object({
    key: formKey,
    version,
    kind: z.enum(activityKinds, { error: "kind_required" }),
    title: words("title_required", 200),
    goal: z.uuid({ error: "choose_in_list" }).optional(),
    responsible: words("responsible_required", 120),
    startsOn: z.iso.date({ error: "starts_required" }),
    endsOn: day.optional(),
    startsAt: time.optional(),
    endsAt: time.optional(),
    place: moreWords(200),
    wayThere: moreWords(600),
    askFor: moreWords(120),
    phone: moreWords(40),
    bring: moreWords(200),
    status: z.enum(activityStatuses, { error: "choose_in_list" }).default("planned"),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.endsOn && form.endsOn < form.startsOn) issue("endsOn", "ends_before_start");
    if (form.endsAt && !form.startsAt) issue("startsAt", "starts_at_required");
    if (form.startsAt && form.endsAt && form.endsAt <= form.startsAt) issue("endsAt", "ends_at_before_start");
  });
export type ActivityForm = z.output<typeof activityFormSchema>;

/** A commitment: an agency's, or somebody's by name. */
export const commitmentFormSchema = z
  .object({
    key: formKey,
    version,
    agency: z.coerce.number({ error: "choose_in_list" }).int().positive().optional(),
    party: moreWords(120),
    what: words("what_required", 500),
    startsOn: day.optional(),
    endsOn: day.optional(),
    status: z.enum(commitmentStatuses, { error: "choose_in_list" }).default("promised"),
  })
  .superRefine((form, context) => {
    const issue = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (form.agency === undefined && form.party === "") issue("agency", "party_required");
    if (form.startsOn && form.endsOn && form.endsOn < form.startsOn) issue("endsOn", "ends_before_start");
  });
export type CommitmentForm = z.output<typeof commitmentFormSchema>;

/** A working note. */
export const noteFormSchema = z.object({ key: formKey, note: words("note_required", 2000) });
