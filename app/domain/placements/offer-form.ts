import { z } from "zod";
import { hasValidCheckDigit, readOrganisationNumber } from "#app/domain/organisations/organisation-number";
import { any, line, number, optionalText, some, whole } from "#app/domain/placements/form-answers";
import { filledIn, type OfferAnswers } from "#app/domain/placements/offer-answers";
import { hourChoices, hourPresets, weekPresetNames } from "#app/domain/placements/offer-hours";
import { type OfferStep, offerSteps } from "#app/domain/placements/offer-steps";
import {
  adaptations,
  type Demand,
  demands,
  type Level,
  otherRequirements,
  tasks,
  weekdays,
} from "#app/domain/placements/vocabulary";

// Messages are codes of `offer:error.*`. Empty fields are not there (conform and `filledIn` see to that).

/** "I do not know" is an answer: the coordinator completes it when the listing is looked through. */
export const unknown = "unknown";
const level = z
  .enum(["0", "1", "2", "3", unknown], { error: "choose_in_list" })
  .optional()
  .transform((text) => (text === undefined || text === unknown ? null : (Number(text) as Level)));
const demandLevels = Object.fromEntries(demands.map((demand) => [`demand_${demand}`, level])) as Record<
  `demand_${Demand}`,
  typeof level
>;

const email = z
  .string({ error: "email" })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "email" }).max(200, { error: "too_long" }));
/** Where a link to the form goes. */
export const resumeSchema = z.object({ email });

const degree = (min: number, max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text === undefined ? null : Number(text)))
    .refine((value) => value === null || (value >= min && value <= max), "pin");

/** What each step asks for. */
export const stepSchemas = {
  tasks: z.object({ tasks: some(tasks), description: optionalText(2000), title: optionalText(120) }),
  employer: z.object({
    employerName: line(120),
    organisationNumber: z
      .string({ error: "required" })
      // A sole trader may write the own number with its century.
      .transform(
        (text) => readOrganisationNumber(text.trim().replace(/^(?:19|20)(?=\d{6}\D?\d{4}$)/, "")) ?? "",
      )
      .refine((text) => text !== "", { error: "organisation_number_digits", abort: true })
      .refine((text) => hasValidCheckDigit(text), "organisation_number"),
    workplaceName: optionalText(120),
  }),
  place: z.object({
    address: line(120),
    locality: line(80),
    /** The pin, WGS 84; without one the middle of the locality is meant. */
    lat: degree(55, 69.5),
    lon: degree(10, 25),
  }),
  hours: z
    .object({
      hours: z.enum(hourChoices, { error: "hours_choice" }),
      hoursMin: number("hours", 1, 60).optional(),
      hoursMax: number("hours", 1, 60).optional(),
      shortestDay: number("day", 0.5, 12).optional(),
      weekdays: some(weekdays),
      weeks: z.enum(weekPresetNames as [(typeof weekPresetNames)[number]], { error: "weeks_choice" }),
    })
    .superRefine((form, context) => {
      if (form.hours !== "own") return;
      const issue = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      const { hoursMin, hoursMax, shortestDay } = form;
      if (hoursMin === undefined) issue("hoursMin", "hours");
      if (hoursMax === undefined) issue("hoursMax", "hours");
      if (shortestDay === undefined) issue("shortestDay", "day");
      if (hoursMin === undefined || hoursMax === undefined || shortestDay === undefined) return;
      if (hoursMin > hoursMax) issue("hoursMax", "hours_order");
      if (shortestDay > hoursMax) issue("shortestDay", "day_longer_than_week");
    }),
  demands: z.object({ ...demandLevels, otherRequirements: any(otherRequirements) }),
  adaptations: z.object({ adaptations: any(adaptations) }),
  people: z
    .object({
      contactName: line(120),
      email,
      phone: z
        .string({ error: "phone" })
        .trim()
        .regex(/^\+?[\d\s()/-]{5,30}$/, { error: "phone" })
        .refine((text) => text.replace(/\D/g, "").length >= 5, "phone"),
      supervising: z.enum(["self", "other", unknown], { error: "supervising" }),
      supervisor: optionalText(120),
      capacity: whole("capacity", 1, 20),
      supportLevel: level,
    })
    .superRefine((form, context) => {
      if (form.supervising === "other" && form.supervisor === "")
        context.addIssue({ code: "custom", path: ["supervisor"], message: "supervisor" });
    }),
} satisfies Record<OfferStep, z.ZodType>;

/** A whole offer, every step in order. */
export type Offer = { [Step in OfferStep]: z.output<(typeof stepSchemas)[Step]> };

/** Whether a step needs no more. */
export function isStepDone(step: OfferStep, answers: OfferAnswers): boolean {
  return stepSchemas[step].safeParse(filledIn(answers)).success;
}

/** The steps that still miss something. Demands and adaptations may be left to the coordinator, so never those. */
export function unfinishedSteps(answers: OfferAnswers): OfferStep[] {
  return offerSteps.filter((step) => !isStepDone(step, answers));
}

/** The offer that the answers make, or null while a step misses something. */
export function readOffer(answers: OfferAnswers): Offer | null {
  const filled = filledIn(answers);
  const read = offerSteps.map((step) => [step, stepSchemas[step].safeParse(filled)] as const);
  if (!read.every(([, result]) => result.success)) return null;
  return Object.fromEntries(read.map(([step, result]) => [step, result.data])) as Offer;
}

/** The hours that were chosen or written. */
export function hoursOf({ hours, hoursMin, hoursMax, shortestDay }: Offer["hours"]) {
  if (hours !== "own") return hourPresets[hours];
  return { hoursMin: hoursMin ?? 1, hoursMax: hoursMax ?? 1, shortestDay: shortestDay ?? 1 };
}

/** What a form is filled with before anything is typed: what is most often so. */
export const emptyAnswers: OfferAnswers = {
  weekdays: ["man", "tis", "ons", "tors", "fre"],
  capacity: "1",
  supportLevel: unknown,
  ...Object.fromEntries(demands.map((demand) => [`demand_${demand}`, unknown])),
};
