import { z } from "zod";
import type { Period } from "#app/domain/agreements/period";
import {
  absenceKinds,
  type Entry,
  hoursProblem,
  type Presence,
  sameOf,
  typedHours,
} from "#app/domain/followups/attendance";
import { mostPeople } from "#app/domain/followups/form-place";
import { isUuid } from "#app/domain/uuid";

/** What is chosen of one day: was there, one of the absences, or nothing yet. */
export const dayChoices = ["present", ...absenceKinds, ""] as const;
export type DayChoice = (typeof dayChoices)[number];

/** One day as a form sends it. `seen`: the version that was read, 0 when nothing was written. */
export type DayInput = { agreementId: string; day: string; seen: number; presence: Presence };
export type DayProblem =
  | "hours_needed"
  | "choice_needed"
  | "hours_range"
  | "hours_quarter"
  | "future_day"
  | "outside_period"
  | "taken_back";

/** What a day's form holds: the choice, the hours, the hours as they stood before, and the version that was read. */
export type DayPart = "val" | "timmar" | "stod" | "last";

/** The name of a day's field in the form; `whose` is an agreement, or its place in the form. */
export function fieldOf(whose: string, day: string, what: DayPart): string {
  return `${whose}.${day}.${what}`;
}

const daySchema = z.object({
  agreementId: z.string(),
  day: z.iso.date(),
  choice: z.enum(dayChoices),
  hours: z.string().max(20),
  seen: z.coerce.number().int().min(0).max(1_000_000),
});
const mostDays = 7 * mostPeople;

/**
 * A week's form: the days about which something is said, what is wrong by the field to mend, and everything as it was
 * typed, by agreement and day. A field that is none of the form's is passed over.
 */
export function readWeekForm(form: Iterable<[string, unknown]>): {
  inputs: DayInput[];
  problems: Record<string, DayProblem>;
  typed: Record<string, string>;
} {
  const fields = new Map([...form].filter((one): one is [string, string] => typeof one[1] === "string"));
  const typed: Record<string, string> = {};
  for (const [name, value] of fields) {
    const [, place = "", day = "", what = ""] =
      /^(p\d{1,3})\.(\d{4}-\d\d-\d\d)\.(val|timmar|stod|last)$/.exec(name) ?? [];
    const agreementId = fields.get(place);
    if (agreementId && isUuid(agreementId)) typed[`${agreementId}.${day}.${what}`] = value.slice(0, 40);
  }
  const inputs: DayInput[] = [];
  const problems: Record<string, DayProblem> = {};
  for (const name of Object.keys(typed)
    .filter((one) => one.endsWith(".val"))
    .slice(0, mostDays)) {
    const [agreementId = "", day = ""] = name.split(".");
    const parsed = daySchema.safeParse({
      agreementId,
      day,
      choice: typed[name],
      hours: typed[fieldOf(agreementId, day, "timmar")] ?? "",
      seen: typed[fieldOf(agreementId, day, "last")] || 0,
    });
    if (!parsed.success) continue;
    const { choice, hours, seen } = parsed.data;
    if (choice === "") {
      const isTyped = hours.trim() !== "" && hours !== (typed[fieldOf(agreementId, day, "stod")] ?? hours);
      if (isTyped) problems[fieldOf(agreementId, day, "timmar")] = "choice_needed";
      continue;
    }
    if (choice !== "present") {
      inputs.push({ agreementId, day, seen, presence: { hours: null, absence: choice } });
      continue;
    }
    const number = typedHours(hours);
    const problem = number === null ? "hours_needed" : hoursProblem(number);
    if (problem) problems[fieldOf(agreementId, day, "timmar")] = problem;
    else inputs.push({ agreementId, day, seen, presence: { hours: number!, absence: null } });
  }
  return { inputs, problems, typed };
}

/** A day that somebody else has written since the form was read. */
export type Conflict = { agreementId: string; entry: Entry };

/**
 * What a week's form does with what is written by now: the days to write, those that cannot be written or were taken back
 * since, and those that somebody else has written. What is written already is no change, so a form sent twice is one effect.
 */
export function decideWeek(
  inputs: readonly DayInput[],
  entries: readonly Entry[],
  within: Period & { today: string },
): { changes: DayInput[]; conflicts: Conflict[]; problems: Record<string, DayProblem> } {
  const changes: DayInput[] = [];
  const conflicts: Conflict[] = [];
  const problems: Record<string, DayProblem> = {};
  for (const input of inputs) {
    const { agreementId, day, seen, presence } = input;
    const entry = entries.find((one) => one.day === day);
    if (entry && sameOf(entry, presence)) continue;
    if (day > within.today) problems[fieldOf(agreementId, day, "val")] = "future_day";
    else if (day < within.startsOn || day > within.endsOn)
      problems[fieldOf(agreementId, day, "val")] = "outside_period";
    else if (!entry && seen > 0) problems[fieldOf(agreementId, day, "val")] = "taken_back";
    else if (entry && entry.version !== seen) conflicts.push({ agreementId, entry });
    else changes.push(input);
  }
  return { changes, conflicts, problems };
}
