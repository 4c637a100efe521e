import { z } from "zod";
import type { Contacts } from "#app/domain/agreements/contacts";
import { introductionItems, limits, payers, type Signatory, type Step } from "#app/domain/agreements/content";
import type { AgreementDraft } from "#app/domain/agreements/draft";
import {
  type Adaptation,
  adaptations,
  placementKinds,
  type Task,
  tasks,
  type Weekday,
  weekdays,
} from "#app/domain/placements/vocabulary";
import { typedTime } from "#app/domain/profiles/clock-time";
import { freeNote, plainNote } from "#app/domain/profiles/plain-words";

// Messages are codes of `agreements:error.*`. conform turns empty fields into undefined first. A draft may be unfinished:
// everything may be empty, nothing may be impossible to keep.

/** Rows of the form, filled in or not. */
export const rows = { steps: 8, goals: limits.goals, closed: 3 } as const;

/** A name, a title or a telephone number. */
const text = (longest: number) => z.string().trim().max(longest, { error: "text_too_long" }).default("");
const day = (code: string) => z.iso.date({ error: code }).optional();
const number = (code: string, min: number, max: number, whole: boolean) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.trim().replace(",", ".") || undefined : value),
    z.coerce
      .number({ error: code })
      .min(min, { error: code })
      .max(max, { error: code })
      .refine((value) => (whole ? Number.isInteger(value) : Number.isInteger(value * 2)), {
        error: whole ? code : "half_hours",
      })
      .optional(),
  );
const hours = number("hours_range", limits.hoursPerWeek.min, limits.hoursPerWeek.max, false);
const weeks = number("weeks_range", limits.weeks.min, limits.weeks.max, true);
const time = typedTime().optional();
function many<T extends string>(values: readonly T[]) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(values as readonly [T, ...T[]], { error: "choose_in_list" })),
  );
}
const email = z.email({ error: "email_pattern" }).max(200, { error: "text_too_long" }).optional();

const daySchema = z
  .object({ from: time, to: time, pause: number("break_range", 0, 180, true) })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    error: "both_times",
    path: ["to"],
  })
  .optional();
const days = Object.fromEntries(weekdays.map((weekday) => [weekday, daySchema])) as Record<
  Weekday,
  typeof daySchema
>;
const stepRow = z
  .object({ week: weeks, hours })
  .refine(({ week, hours }) => (week === undefined) === (hours === undefined), {
    error: "both_week_and_hours",
    path: ["hours"],
  })
  .optional();
const closedRow = z
  .object({ from: day("closed_days_pattern"), to: day("closed_days_pattern") })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    error: "closed_days_pattern",
    path: ["to"],
  })
  .optional();
const signerRow = z
  .object({
    person: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    name: text(120),
    jobTitle: text(120),
    email,
    phone: text(40),
  })
  .optional();

export const agreementFormSchema = z.object({
  revision: z.coerce.number({ error: "form_expired" }).int().min(1),
  title: freeNote(120),
  kind: z.enum(placementKinds, { error: "choose_in_list" }).optional(),
  purpose: plainNote(600),
  commissioned: z.enum(["yes", "no"], { error: "choose_in_list" }).optional(),
  question: plainNote(600),
  aHours: hours,
  aWeeks: weeks,
  reportDueOn: day("report_due_required"),
  agencySigns: z.enum(["yes"]).optional(),
  startsOn: day("starts_required"),
  endsOn: day("ends_required"),
  closed: z.array(closedRow).max(rows.closed, { error: "too_many_closed_days" }).default([]),
  suggestFrom: hours,
  suggestTo: hours,
  suggestWeeks: weeks,
  suggestLevels: number("weeks_range", 1, 26, true),
  steps: z.array(stepRow).max(26, { error: "too_many_steps" }).default([]),
  times: z.object(days).default({} as never),
  tasks: many<Task>(tasks),
  taskWords: freeNote(1000),
  adaptations: many<Adaptation>(adaptations),
  adaptationWords: plainNote(1000),
  goals: z.array(plainNote(200)).max(limits.goals, { error: "too_many_goals" }).default([]),
  supervisorName: text(120),
  supervisorTitle: text(120),
  supervisorPhone: text(40),
  supervisorEmail: email,
  troubleName: text(120),
  troublePhone: text(40),
  signers: z.array(signerRow).max(limits.signatories, { error: "too_many_signatories" }).default([]),
  insuranceInjury: freeNote(300),
  insuranceDamage: freeNote(300),
  workEnvironment: freeNote(300),
  introduction: many(introductionItems),
  confidentiality: freeNote(600),
  payer: z.enum(payers, { error: "choose_in_list" }).optional(),
  costPerWeek: number("cost_range", 0, 100_000, true),
  costWords: freeNote(300),
  parallel: plainNote(300),
});
export type AgreementForm = z.output<typeof agreementFormSchema>;

/**
 * The draft that the form says. `before`: what the form does not ask for stays as it is. `people`: of the employer, by id.
 * The parties of an agreement in force are not this form's to change.
 */
export function draftOf(
  form: AgreementForm,
  before: AgreementDraft,
  people: readonly { id: number; name: string }[],
  partiesAreFixed: boolean,
): AgreementDraft {
  const { agency } = before.parties;
  const commissioned = agency !== null && form.commissioned === "yes";
  return {
    ...before,
    title: form.title,
    kind: form.kind ?? null,
    purpose: form.purpose,
    parties: partiesAreFixed
      ? before.parties
      : {
          ...before.parties,
          employer: { ...before.parties.employer, signatories: signatoriesOf(form, people) },
          agency: agency && { ...agency, signs: commissioned && form.agencySigns === "yes" },
        },
    assignment: commissioned
      ? {
          question: form.question,
          hoursPerWeek: form.aHours ?? null,
          weeks: form.aWeeks ?? null,
          reportDueOn: form.reportDueOn ?? "",
        }
      : null,
    period: { startsOn: form.startsOn ?? "", endsOn: form.endsOn ?? "" },
    closedDays: form.closed.flatMap((row) =>
      row?.from && row.to ? [{ startsOn: row.from, endsOn: row.to }] : [],
    ),
    schedule: weekdays.flatMap((weekday) => {
      const session = form.times[weekday];
      if (!session?.from || !session.to) return [];
      return [{ weekday, from: session.from, to: session.to, breakMinutes: session.pause ?? 0 }];
    }),
    stepPlan: stepsOf(form),
    tasks: { list: form.tasks, words: form.taskWords },
    adaptations: { list: form.adaptations, words: form.adaptationWords },
    goals: form.goals.filter((goal) => goal !== ""),
    supervisor: { name: form.supervisorName, title: form.supervisorTitle },
    insurance: { injury: form.insuranceInjury, damage: form.insuranceDamage },
    workEnvironment: { responsible: form.workEnvironment, introduction: form.introduction },
    confidentiality: form.confidentiality,
    costs: {
      payer: form.payer ?? null,
      perWeek: form.payer === "none" ? null : (form.costPerWeek ?? null),
      words: form.costWords,
    },
    parallel: form.parallel,
  };
}

/** The steps as they were typed: not put in order, so that a mistake is told and not hidden. */
export function stepsOf(form: Pick<AgreementForm, "steps">): Step[] {
  return form.steps.flatMap((row) =>
    row?.week !== undefined && row.hours !== undefined
      ? [{ fromWeek: row.week, hoursPerWeek: row.hours }]
      : [],
  );
}

function signatoriesOf(form: AgreementForm, people: readonly { id: number; name: string }[]): Signatory[] {
  return form.signers.flatMap((row) => {
    const person = people.find(({ id }) => String(id) === row?.person);
    const name = person?.name ?? row?.name ?? "";
    return name === "" ? [] : [{ personId: person?.id ?? null, name, title: row?.jobTitle ?? "" }];
  });
}

/** How people are reached, as the form says. */
export function contactsOf(form: AgreementForm): Contacts {
  const reach = (index: number) => ({
    email: form.signers[index]?.email ?? "",
    phone: form.signers[index]?.phone ?? "",
  });
  return {
    supervisor: { email: form.supervisorEmail ?? "", phone: form.supervisorPhone },
    trouble: { name: form.troubleName, phone: form.troublePhone },
    employer1: reach(0),
    employer2: reach(1),
  };
}

const typed = (value: number | null | undefined) =>
  value === null || value === undefined ? "" : String(value).replace(".", ",");

/** A draft as the form's texts: what a person sees before changing it. */
export function formOf(draft: AgreementDraft, contacts: Contacts) {
  const filled = <T>(list: readonly T[], count: number) =>
    Array.from({ length: Math.max(count, list.length) }, (_, index) => list[index]);
  return {
    title: draft.title,
    kind: draft.kind ?? "",
    purpose: draft.purpose,
    commissioned: draft.assignment ? "yes" : "no",
    question: draft.assignment?.question ?? "",
    aHours: typed(draft.assignment?.hoursPerWeek),
    aWeeks: typed(draft.assignment?.weeks),
    reportDueOn: draft.assignment?.reportDueOn ?? "",
    agencySigns: draft.parties.agency?.signs ? ["yes"] : [],
    startsOn: draft.period.startsOn,
    endsOn: draft.period.endsOn,
    closed: filled(draft.closedDays, rows.closed).map((one) => ({
      from: one?.startsOn ?? "",
      to: one?.endsOn ?? "",
    })),
    suggestFrom: "",
    suggestTo: "",
    suggestWeeks: "",
    suggestLevels: "",
    steps: stepRows(draft.stepPlan),
    times: Object.fromEntries(
      weekdays.map((weekday) => {
        const session = draft.schedule.find((one) => one.weekday === weekday);
        return [
          weekday,
          {
            from: session?.from.replace(":", ".") ?? "",
            to: session?.to.replace(":", ".") ?? "",
            pause: session?.breakMinutes ? String(session.breakMinutes) : "",
          },
        ];
      }),
    ) as Record<Weekday, { from: string; to: string; pause: string }>,
    tasks: [...draft.tasks.list],
    taskWords: draft.tasks.words,
    adaptations: [...draft.adaptations.list],
    adaptationWords: draft.adaptations.words,
    goals: filled(draft.goals, rows.goals).map((goal) => goal ?? ""),
    supervisorName: draft.supervisor.name,
    supervisorTitle: draft.supervisor.title,
    supervisorPhone: contacts.supervisor.phone,
    supervisorEmail: contacts.supervisor.email,
    troubleName: contacts.trouble.name,
    troublePhone: contacts.trouble.phone,
    signers: filled(draft.parties.employer.signatories, limits.signatories).map((one, index) => ({
      person: one?.personId ? String(one.personId) : "",
      name: one && one.personId === null ? one.name : "",
      jobTitle: one?.title ?? "",
      ...(index === 0 ? contacts.employer1 : contacts.employer2),
    })),
    insuranceInjury: draft.insurance.injury,
    insuranceDamage: draft.insurance.damage,
    workEnvironment: draft.workEnvironment.responsible,
    introduction: [...draft.workEnvironment.introduction],
    confidentiality: draft.confidentiality,
    payer: draft.costs.payer ?? "",
    costPerWeek: typed(draft.costs.perWeek),
    costWords: draft.costs.words,
    parallel: draft.parallel,
  };
}

/** Steps as rows of the form, with empty ones to go on with. */
export function stepRows(plan: readonly Step[]) {
  return Array.from({ length: Math.max(rows.steps, plan.length) }, (_, index) => ({
    week: typed(plan[index]?.fromWeek),
    hours: typed(plan[index]?.hoursPerWeek),
  }));
}

/** Which field of the form a problem of the content is mended in. */
export function fieldOf(path: string): string {
  const [head = "", second = ""] = path.split(".");
  const within: Record<string, string> = {
    "assignment.question": "question",
    "assignment.hoursPerWeek": "aHours",
    "assignment.weeks": "aWeeks",
    "assignment.reportDueOn": "reportDueOn",
    "period.startsOn": "startsOn",
    "period.endsOn": "endsOn",
    "tasks.words": "taskWords",
    "supervisor.name": "supervisorName",
    "insurance.injury": "insuranceInjury",
    "insurance.damage": "insuranceDamage",
    "workEnvironment.responsible": "workEnvironment",
    "workEnvironment.introduction": "introduction",
    "costs.payer": "payer",
    "costs.perWeek": "costPerWeek",
    "parties.employer": "signers",
  };
  const whole: Record<string, string> = { schedule: "times", stepPlan: "steps", closedDays: "closed" };
  return within[`${head}.${second}`] ?? whole[head] ?? head;
}
