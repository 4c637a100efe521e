import { z } from "zod";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import {
  any,
  level,
  line,
  number,
  one,
  optionalDate,
  optionalEmail,
  optionalPhone,
  optionalText,
  optionalWhole,
  some,
  whole,
} from "#app/domain/placements/form-answers";
import {
  adaptations,
  demands,
  financings,
  otherRequirements,
  placementKinds,
  purposes,
  sectors,
  tasks,
  visibilities,
  weekdays,
} from "#app/domain/placements/vocabulary";

// A placement's form in pieces: whoever asks in another order, or for less, puts the same pieces together.

/** Whose placement it is. */
export const employerFields = {
  organisationNumber: z
    .string({ error: "required" })
    .transform((text) => readOrganisationNumber(text) ?? "")
    .refine((text) => text !== "" && hasValidCheckDigit(text), "organisation_number"),
  employerName: line(120),
  sector: one(sectors),
};

/** Where it is. */
export const workplaceFields = { workplaceName: line(120), address: line(120), locality: line(80) };

/** Whom to talk to at the workplace: for staff and the employer itself only. */
export const contactFields = {
  contactName: optionalText(120),
  contactEmail: optionalEmail,
  contactPhone: optionalPhone,
};

/** What somebody could do there. */
export const offerFields = {
  title: line(120),
  description: optionalText(2000),
  kinds: some(placementKinds),
  purposes: any(purposes),
  tasks: some(tasks),
};

/** How much, when, for how long, and how many at the same time. Hours per week, the shortest day in hours. */
export const timeFields = {
  hoursMin: number("hours", 1, 60),
  hoursMax: number("hours", 1, 60),
  shortestDay: number("day", 0.5, 12),
  weekdays: some(weekdays),
  weeksMin: whole("weeks", 1, 104),
  weeksMax: whole("weeks", 1, 104),
  startsFrom: optionalDate("date"),
  capacity: whole("capacity", 1, 99),
};

/** Who supervises, and how closely. */
export const supportFields = { supportLevel: level, supervisor: optionalText(120) };

/** What the work asks of a person, and what can be made easier. */
export const demandFields = {
  demands: z.object(
    Object.fromEntries(demands.map((demand) => [demand, level])) as Record<
      (typeof demands)[number],
      typeof level
    >,
  ),
  adaptations: any(adaptations),
  otherRequirements: any(otherRequirements),
};

/** Ages, money and who may see it. Ages in years, the cost in kronor per week. */
export const termsFields = {
  ageMin: optionalWhole("age", 13, 100),
  ageMax: optionalWhole("age", 13, 100),
  financing: one(financings),
  costPerWeek: optionalWhole("cost", 1, 100_000),
  calledOffBy: optionalText(120),
  visibility: one(visibilities),
};

type Problem = [field: string, code: string];

/** What only shows when answers are read together, as field and code; a form in pieces asks for those it has. */
export const acrossFields = {
  time: ({ hoursMin, hoursMax, shortestDay, weeksMin, weeksMax }: z.output<z.ZodObject<typeof timeFields>>) =>
    problems([
      hoursMin > hoursMax && ["hoursMax", "hours_order"],
      weeksMin > weeksMax && ["weeksMax", "weeks_order"],
      shortestDay > hoursMax && ["shortestDay", "day_longer_than_week"],
    ]),
  terms: ({
    ageMin,
    ageMax,
    financing,
    costPerWeek,
    calledOffBy,
  }: z.output<z.ZodObject<typeof termsFields>>) =>
    problems([
      ageMin !== null && ageMax !== null && ageMin > ageMax && ["ageMax", "age_order"],
      financing === "agency" && costPerWeek === null && ["costPerWeek", "cost"],
      financing === "agency" && calledOffBy === "" && ["calledOffBy", "called_off_by"],
    ]),
  contact: ({ contactName, contactEmail, contactPhone }: z.output<z.ZodObject<typeof contactFields>>) =>
    problems([
      contactName === "" &&
        (contactEmail !== null || contactPhone !== null) && ["contactName", "contact_name"],
      contactName !== "" &&
        contactEmail === null &&
        contactPhone === null && ["contactPhone", "contact_reach"],
    ]),
};

function problems(found: (Problem | false)[]): Problem[] {
  return found.filter((one) => one !== false);
}

/** Writes what `acrossFields` found as errors at the fields. */
export function report(context: z.RefinementCtx, found: Problem[]): void {
  for (const [field, message] of found) context.addIssue({ code: "custom", path: [field], message });
}

/** The form of a placement on behalf of an employer, one placement at a time. */
export const placementFormSchema = z
  .object({
    ...employerFields,
    ...workplaceFields,
    ...contactFields,
    ...offerFields,
    ...timeFields,
    ...supportFields,
    ...demandFields,
    ...termsFields,
  })
  .superRefine((form, context) => {
    report(context, [...acrossFields.contact(form), ...acrossFields.time(form), ...acrossFields.terms(form)]);
  });

export type PlacementForm = z.output<typeof placementFormSchema>;
/** What the form is filled with before somebody types. */
export type PlacementFormValues = z.input<typeof placementFormSchema>;

/** An empty form: only what is most often so is filled in. */
export const emptyPlacementForm: Partial<PlacementFormValues> = {
  capacity: "1",
  weekdays: ["man", "tis", "ons", "tors", "fre"],
  financing: "none",
  visibility: "public",
};

/**
 * Whether what is stored says the same as a form that was sent: the second of two clicks, or a second tab that wrote
 * the same. Another spelling of the locality is not a difference.
 */
export function isSameForm(stored: PlacementFormValues, sent: PlacementForm): boolean {
  const read = placementFormSchema.safeParse(stored);
  if (!read.success) return false;
  return sameAnswers({ ...read.data, locality: "" }, { ...sent, locality: "" });
}

/** The title with the first number that makes it another one than all of these: "Butik" beside "Butik" is "Butik (2)". */
export function titleOfCopy(title: string, taken: readonly string[]): string {
  const plain = title.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const free = `${plain.slice(0, 120 - end.length)}${end}`;
    if (!taken.includes(free)) return free;
  }
}

/** Whether two sets of answers say the same. The order of ticks says nothing. */
export function sameAnswers(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (field) => inOneWay(one[field]) === inOneWay(other[field]),
  );
}

/** The fields in which two fillings of the form differ, in the order of the form. The order of ticks says nothing. */
export function differingFields(
  one: Partial<PlacementFormValues>,
  other: Partial<PlacementFormValues>,
): (keyof PlacementFormValues)[] {
  const fields = Object.keys(placementFormSchema.shape) as (keyof PlacementFormValues)[];
  return fields.filter((field) => inOneWay(one[field]) !== inOneWay(other[field]));
}

function inOneWay(value: unknown): string {
  if (value === undefined || value === null || value === "") return "";
  // One ticked box arrives as a text, none at all as nothing.
  if (Array.isArray(value)) return value.map(String).sort().join("\n");
  if (typeof value === "object")
    return Object.entries(value)
      .map((pair) => pair.join("="))
      .sort()
      .join("\n");
  return String(value)
    .trim()
    .replace(/^(\d+),(\d+)$/, "$1.$2");
}
