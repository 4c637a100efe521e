/** The steps of offering a place, in order: one group of questions each. */
export const offerSteps = [
  "tasks",
  "employer",
  "place",
  "hours",
  "demands",
  "adaptations",
  "people",
] as const;
export type OfferStep = (typeof offerSteps)[number];

const paths: Record<OfferStep, string> = {
  tasks: "uppgifter",
  employer: "arbetsgivare",
  place: "adress",
  hours: "tider",
  demands: "krav",
  adaptations: "anpassningar",
  people: "handledare",
};

/** Where a step is; the summary comes after the last one. */
export function stepPath(step: OfferStep | "summary"): string {
  return `/erbjud-plats/${step === "summary" ? "sammanfattning" : paths[step]}`;
}

/** The step that an address names, or null. */
export function stepAt(name: string | undefined): OfferStep | null {
  return offerSteps.find((step) => paths[step] === name) ?? null;
}

/** What comes after a step. */
export function stepAfter(step: OfferStep): OfferStep | "summary" {
  return offerSteps[offerSteps.indexOf(step) + 1] ?? "summary";
}

/** What comes before a step; null before the first. */
export function stepBefore(step: OfferStep): OfferStep | null {
  return offerSteps[offerSteps.indexOf(step) - 1] ?? null;
}
