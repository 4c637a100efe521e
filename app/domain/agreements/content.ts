import { z } from "zod";
import { timePattern } from "#app/domain/agreements/clock-time";
import {
  type Adaptation,
  adaptations,
  placementKinds,
  type Task,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";

/** The shape of the content. A signed text keeps the number that it was written with. */
export const contentSchemaVersion = 1;

export const payers = ["none", "municipality", "agency", "association", "employer"] as const;
export type Payer = (typeof payers)[number];

/** What the host shows on the first days (AFS 2023:2 asks for an introduction; the words are ours). */
export const introductionItems = [
  "round",
  "who_to_ask",
  "breaks_and_lunch",
  "fire_and_exits",
  "first_aid",
  "risks_and_machines",
  "protective_clothes",
  "sick_and_late",
  "secrecy",
] as const;

/** At most so many goals, signatories at the employer, and sessions a week. */
export const limits = {
  goals: 5,
  signatories: 2,
  sessions: 14,
  closedDays: 5,
  hoursPerWeek: { min: 0.5, max: 40 },
  weeks: { min: 1, max: 104 },
} as const;

// Messages are codes of `agreements:error.*`.
const words = (missing: string, longest = 500) =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(longest, { error: "text_too_long" });
const maybe = (longest = 1000) => z.string().trim().max(longest, { error: "text_too_long" });
const day = (missing: string) => z.iso.date({ error: missing });
const time = z.string().regex(timePattern, { error: "time_pattern" });
const hours = z
  .number({ error: "hours_range" })
  .min(limits.hoursPerWeek.min, { error: "hours_range" })
  .max(limits.hoursPerWeek.max, { error: "hours_range" })
  .multipleOf(0.5, { error: "half_hours" });
const weeks = z
  .number({ error: "weeks_range" })
  .int({ error: "weeks_range" })
  .min(limits.weeks.min, { error: "weeks_range" })
  .max(limits.weeks.max, { error: "weeks_range" });

export const signatorySchema = z.strictObject({
  /** The person of the employer's register, when it is one: only that account signs here. */
  personId: z.number().int().positive().nullable(),
  name: words("signatory_required", 120),
  title: maybe(120),
});
export const sessionSchema = z.strictObject({
  weekday: z.enum(weekdays, { error: "choose_in_list" }),
  from: time,
  to: time,
  /** Unpaid pause within the session: not counted as hours. */
  breakMinutes: z
    .number({ error: "break_range" })
    .int({ error: "break_range" })
    .min(0)
    .max(180, { error: "break_range" }),
});
export const stepSchema = z.strictObject({
  /** Weeks are counted from the Monday of the first day; week 1 is the first. */
  fromWeek: weeks,
  hoursPerWeek: hours,
});

/**
 * Everything the parties sign, as plain JSON values: hashed in its canonical form (canonical.ts). The participant is named
 * by code: a name can be protected afterwards, and a signed text can not be changed. Telephone numbers and e-mail
 * addresses are not content (contacts.ts): they change freely and keep signatures.
 */
export const agreementContentSchema = z.strictObject({
  schema: z.literal(contentSchemaVersion),
  title: words("title_required", 120),
  kind: z.enum(placementKinds, { error: "kind_required" }),
  /** What it is for, in words: kinds mean different things to different agencies. */
  purpose: words("purpose_required", 600),
  parties: z.strictObject({
    participant: z.strictObject({ reference: words("participant_required", 40) }),
    employer: z.strictObject({
      name: words("employer_required", 200),
      organisationNumber: maybe(20),
      workplace: maybe(200),
      address: maybe(200),
      signatories: z
        .array(signatorySchema)
        .min(1, { error: "signatory_required" })
        .max(limits.signatories, { error: "too_many_signatories" }),
    }),
    coordinator: z.strictObject({
      name: words("coordinator_required", 120),
      organisation: words("coordinator_required", 200),
    }),
    /** The agency that commissions; null when nobody does. `signs`: it asked to sign, and signs last. */
    agency: z
      .strictObject({ name: words("agency_required", 120), caseWorker: maybe(120), signs: z.boolean() })
      .nullable(),
  }),
  /** What the placement shall answer; null without an agency. */
  assignment: z
    .strictObject({
      question: words("question_required", 600),
      hoursPerWeek: hours,
      weeks,
      reportDueOn: day("report_due_required"),
    })
    .nullable(),
  period: z.strictObject({ startsOn: day("starts_required"), endsOn: day("ends_required") }),
  /** When the workplace is closed besides public holidays: nobody is expected then. */
  closedDays: z
    .array(z.strictObject({ startsOn: day("closed_days_pattern"), endsOn: day("closed_days_pattern") }))
    .max(limits.closedDays, { error: "too_many_closed_days" }),
  /** The times of week 1. Their sum is the step plan's week 1. */
  schedule: z
    .array(sessionSchema)
    .min(1, { error: "schedule_required" })
    .max(limits.sessions, { error: "too_many_sessions" }),
  stepPlan: z.array(stepSchema).min(1, { error: "step_plan_required" }).max(26, { error: "too_many_steps" }),
  tasks: z.strictObject({
    list: z.array(z.enum(tasks as readonly [Task, ...Task[]])),
    words: words("tasks_required", 1000),
  }),
  adaptations: z.strictObject({
    list: z.array(z.enum(adaptations as [Adaptation, ...Adaptation[]])),
    words: maybe(1000),
  }),
  goals: z
    .array(words("goal_required", 200))
    .min(1, { error: "goal_required" })
    .max(limits.goals, { error: "too_many_goals" }),
  supervisor: z.strictObject({ name: words("supervisor_required", 120), title: maybe(120) }),
  insurance: z.strictObject({
    injury: words("insurance_required", 300),
    damage: words("insurance_required", 300),
  }),
  workEnvironment: z.strictObject({
    responsible: words("work_environment_required", 300),
    introduction: z.array(z.enum(introductionItems)).min(1, { error: "introduction_required" }),
  }),
  confidentiality: words("confidentiality_required", 600),
  costs: z.strictObject({
    payer: z.enum(payers, { error: "payer_required" }),
    /** Kronor a week; null when nothing is paid. */
    perWeek: z
      .number({ error: "cost_range" })
      .int({ error: "cost_range" })
      .min(0)
      .max(100_000, { error: "cost_range" })
      .nullable(),
    words: maybe(300),
  }),
  /** Care, training or language lessons beside it: only that they must fit, never why. */
  parallel: maybe(300),
});
export type AgreementContent = z.output<typeof agreementContentSchema>;
export type Session = AgreementContent["schedule"][number];
export type Step = AgreementContent["stepPlan"][number];
export type Signatory = z.output<typeof signatorySchema>;
