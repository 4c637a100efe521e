import { z } from "zod";
import { typedTime } from "#app/domain/profiles/clock-time";
import { freeNote, plainWords } from "#app/domain/profiles/plain-words";
import { activityKinds, activityStatuses, commitmentStatuses, goalStatuses } from "#app/domain/profiles/plan";
import { formKey } from "#app/domain/profiles/referral-form";

// Messages are codes of `plan:error.*`. conform turns empty fields into undefined first.

const day = z.iso.date({ error: "date_pattern" });
const time = typedTime();
/** 0: not saved before. */
const version = z.coerce.number({ error: "form_expired" }).int().min(0);

/** A goal. */
export const goalFormSchema = z.object({
  key: formKey,
  version,
  goal: plainWords("goal_required", 500),
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
    title: plainWords("title_required", 200),
    goal: z.uuid({ error: "choose_in_list" }).optional(),
    responsible: plainWords("responsible_required", 120),
    startsOn: z.iso.date({ error: "starts_required" }),
    endsOn: day.optional(),
    startsAt: time.optional(),
    endsAt: time.optional(),
    place: freeNote(200),
    wayThere: freeNote(600),
    askFor: freeNote(120),
    phone: z.string().trim().max(40, { error: "text_too_long" }).default(""),
    bring: freeNote(200),
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
    party: freeNote(120),
    what: plainWords("what_required", 500),
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
export const noteFormSchema = z.object({ key: formKey, note: plainWords("note_required", 2000) });
