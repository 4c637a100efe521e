import {
  type AgreementContent,
  agreementContentSchema,
  limits,
  type Payer,
} from "#app/domain/agreements/content";
import { weeksIn } from "#app/domain/agreements/period";
import { scheduleProblem, sumHours } from "#app/domain/agreements/schedule";
import { stepPlanProblem } from "#app/domain/agreements/step-plan";
import type { PlacementKind } from "#app/domain/placements/vocabulary";

/** A text on its way: the content's shape, where a word may be empty and a choice not made yet. */
export type AgreementDraft = Omit<AgreementContent, "kind" | "assignment" | "costs"> & {
  kind: PlacementKind | null;
  assignment: {
    question: string;
    hoursPerWeek: number | null;
    weeks: number | null;
    reportDueOn: string;
  } | null;
  costs: Omit<AgreementContent["costs"], "payer"> & { payer: Payer | null };
};

/** Something to mend before the text can go out: where (a path as in the content), and the code of its sentence. */
export type Problem = { field: string; code: string; values?: Record<string, string | number> };

/** Everything that is missing or does not fit together, in the order of the text. Empty: ready to be signed. */
export function problemsOf(draft: AgreementDraft): Problem[] {
  const parsed = agreementContentSchema.safeParse(draft);
  const problems: Problem[] = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), code: message }));
  const { period, schedule, stepPlan, assignment } = draft;
  const add = (field: string, code: string, values?: Problem["values"]) => {
    if (!problems.some((one) => one.field === field))
      problems.push({ field, code, ...(values ? { values } : {}) });
  };
  const hasPeriod = period.startsOn !== "" && period.endsOn !== "";
  if (hasPeriod && period.endsOn < period.startsOn) add("period.endsOn", "ends_before_start");
  const weeks = hasPeriod ? weeksIn(period) : 0;
  if (weeks > limits.weeks.max) add("period.endsOn", "weeks_range");
  if (draft.closedDays.some(({ startsOn, endsOn }) => endsOn < startsOn))
    add("closedDays", "ends_before_start");
  const wrongTime = scheduleProblem(schedule);
  if (wrongTime)
    add("schedule", wrongTime.code, wrongTime.weekday ? { weekday: wrongTime.weekday } : undefined);
  const wrongStep = weeks > 0 ? stepPlanProblem(stepPlan, weeks) : null;
  if (wrongStep) add("stepPlan", wrongStep);
  const first = stepPlan[0]?.hoursPerWeek;
  if (!wrongTime && !wrongStep && first !== undefined && sumHours(schedule) !== first)
    add("schedule", "schedule_differs", { schedule: sumHours(schedule), plan: first });
  if (assignment && assignment.reportDueOn !== "" && hasPeriod && assignment.reportDueOn < period.startsOn)
    add("assignment.reportDueOn", "report_before_start");
  return problems;
}

/** The draft as content that can be signed, or null while something is to be mended. */
export function contentOf(draft: AgreementDraft): AgreementContent | null {
  return problemsOf(draft).length === 0 ? agreementContentSchema.parse(draft) : null;
}

/** Hours of the first week by its times and by the plan: what the guard compares. */
export function firstWeek(draft: Pick<AgreementDraft, "schedule" | "stepPlan">) {
  return { scheduleHours: sumHours(draft.schedule), firstWeekHours: draft.stepPlan[0]?.hoursPerWeek ?? 0 };
}
