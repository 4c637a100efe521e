import type { OfferStep } from "#app/domain/placements/offer-steps";
import { demands } from "#app/domain/placements/vocabulary";

/** What was typed and ticked, by field, exactly so: also what is wrong or half done. */
export type OfferAnswers = Record<string, string | string[]>;

export const demandFields = demands.map((demand) => `demand_${demand}` as const);

const boxes = ["tasks", "weekdays", "adaptations", "otherRequirements"];
const longTexts: Record<string, number> = { description: 2000 };
const longestLine = 200;
const mostBoxes = 40;

/** The fields of each step. */
export const stepFields: Record<OfferStep, readonly string[]> = {
  tasks: ["tasks", "description", "title"],
  employer: ["employerName", "organisationNumber", "workplaceName"],
  place: ["address", "locality", "lat", "lon"],
  hours: ["hours", "hoursMin", "hoursMax", "shortestDay", "weekdays", "weeks"],
  demands: [...demandFields, "otherRequirements"],
  adaptations: ["adaptations"],
  people: ["contactName", "email", "phone", "supervising", "supervisor", "capacity", "supportLevel"],
};

/**
 * Takes one step's answers out of a form, as they are. Other fields are left alone, and nothing is longer than the form
 * allows: what is kept is no place for somebody's files.
 */
export function readAnswers(step: OfferStep, form: Iterable<[string, unknown]>): OfferAnswers {
  const sent = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(
    stepFields[step].map((field) => {
      const values = sent.filter(([name]) => name === field).map(([, value]) => value);
      if (boxes.includes(field)) {
        return [field, values.slice(0, mostBoxes).map((value) => value.slice(0, longestLine))];
      }
      return [field, (values[0] ?? "").slice(0, (longTexts[field] ?? longestLine) + 1)];
    }),
  );
}

/** Whether anything has been answered in a step. */
export function isBegun(step: OfferStep, answers: OfferAnswers): boolean {
  return stepFields[step].some((field) => field in answers);
}

/** The answers as a schema reads them: what is empty is not there. */
export function filledIn(answers: OfferAnswers): OfferAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => (typeof value === "string" ? value.trim() : value.length)),
  );
}
