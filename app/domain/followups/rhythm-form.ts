import {
  type RhythmStep,
  rhythmLimits,
  rhythmSchema,
  rhythmStepSchema,
  stepTimes,
} from "#app/domain/followups/rhythm";

/** A row of the form as it was typed. Without a time it is no step. */
export type StepRow = {
  time: string;
  count: string;
  unit: string;
  from: string;
  purpose: string;
  form: string;
  question: string;
};
const fields = ["time", "count", "unit", "from", "purpose", "form", "question"] as const;

/** What is wrong: in which row (0 for the first) and field, or null for the whole. Codes of `followups:error.*`. */
export type RowError = { row: number | null; field: keyof StepRow | null; code: string };
/** How many empty rows wait for another step. */
const spareRows = 2;

/** The rows as they were sent: `steg.0.time`, `steg.0.count`, … */
export function rowsIn(form: FormData): StepRow[] {
  return Array.from({ length: rhythmLimits.steps + spareRows }, (_, index) =>
    rowOf((field) => String(form.get(`steg.${index}.${field}`) ?? "").slice(0, 40)),
  ).filter(({ time }) => time !== "");
}

/** The rows of a rhythm, to be changed. */
export function rowsOf(steps: readonly RhythmStep[]): StepRow[] {
  return steps.map((step) => ({
    time: step.time,
    count: step.time === "in_week" ? `${step.week}` : step.time === "last_week" ? "" : `${step.count}`,
    unit: "unit" in step ? step.unit : "weeks",
    from: step.time === "every" ? `${step.from}` : "",
    purpose: step.purpose,
    form: step.form,
    question: "question" in step ? (step.question ?? "") : "",
  }));
}

/** With empty rows at the end for new steps. */
export function withSpare(rows: readonly StepRow[]): StepRow[] {
  const room = Math.max(0, Math.min(spareRows, rhythmLimits.steps - rows.length));
  return [...rows, ...Array.from({ length: room }, () => rowOf(() => ""))];
}

function rowOf(typed: (field: (typeof fields)[number]) => string): StepRow {
  return Object.fromEntries(fields.map((field) => [field, typed(field)])) as StepRow;
}

/** The steps that the rows say, or what is wrong with them. */
export function readRows(
  rows: readonly StepRow[],
): { steps: RhythmStep[]; errors: [] } | { steps: null; errors: RowError[] } {
  const parsed = rows.map((row) => rhythmStepSchema.safeParse(stepOf(row)));
  const errors: RowError[] = parsed.flatMap((one, row) =>
    one.success
      ? []
      : one.error.issues
          .map(({ path, message }) => ({ row, field: fieldOf(path[0]), code: message }))
          // Without a first time of its own a step has its interval's, and no fault of its own.
          .filter(({ field }) => field !== "from" || rows[row]?.from.trim() !== ""),
  );
  if (errors.length > 0) return { steps: null, errors };
  const whole = rhythmSchema.safeParse(parsed.map((one) => one.data));
  if (whole.success) return { steps: whole.data, errors: [] };
  const code = whole.error.issues[0]?.message ?? "count_range";
  return { steps: null, errors: [{ row: null, field: null, code }] };
}

/** The field of the form that a step's property is typed in. */
function fieldOf(property: PropertyKey | undefined): keyof StepRow | null {
  return property === "week" ? "count" : (fields.find((field) => field === property) ?? null);
}

function stepOf(row: StepRow): object {
  const number = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const what = { purpose: row.purpose, form: row.form };
  // A question is asked at a review and nowhere else.
  const question = row.purpose === "review" && row.question !== "" ? row.question : null;
  switch (row.time) {
    case "after":
      return { time: row.time, count: number(row.count), unit: row.unit || "weeks", question, ...what };
    case "every": {
      const count = number(row.count);
      return {
        time: row.time,
        count,
        unit: row.unit || "weeks",
        from: row.from.trim() === "" ? count : number(row.from),
        ...what,
      };
    }
    case "in_week":
      return { time: row.time, week: number(row.count), question, ...what };
    default:
      return { time: stepTimes.find((time) => time === row.time), ...what };
  }
}
