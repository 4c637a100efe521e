/** What a participant did alone in the own plan: those around are told at once, never why. */
export const ownStepKinds = ["absent", "coming", "paused", "resumed", "ended"] as const;
export type OwnStepKind = (typeof ownStepKinds)[number];

/** `day`: the ISO date from which it counts. `at` and `handledAt` are ISO moments. */
export type OwnStep = {
  id: string;
  what: OwnStepKind;
  day: string;
  at: string;
  handledAt: string | null;
  handledByName: string;
};

/** A step after which somebody should be in touch, as a list tells it: by code. */
export type WaitingStep = Pick<OwnStep, "what" | "day"> & {
  agreementId: string;
  reference: string;
  employerName: string;
};

/** After these somebody calls: a day's absence is told, and needs no more. */
export const stepsToHandle: readonly OwnStepKind[] = ["paused", "ended"];

/** Said of one day, and the latest word holds. */
const ofOneDay: readonly OwnStepKind[] = ["absent", "coming"];

/**
 * Whether those around still need to hear of a step, among all of its agreement. That somebody does not come, as long as it
 * holds; that they come after all, when the absence had gone out: `sentAt` is the moment at which a step's message goes.
 */
export function isWorthTelling(
  step: OwnStep,
  steps: readonly OwnStep[],
  sentAt: (at: Date) => Date,
): boolean {
  if (!ofOneDay.includes(step.what)) return true;
  const same = steps.filter(({ what, day }) => ofOneDay.includes(what) && day === step.day);
  if (same.some(({ at }) => at > step.at)) return false;
  const gone = ({ what, at }: OwnStep) =>
    what === "absent" && at < step.at && sentAt(new Date(at)).toISOString() <= step.at;
  return step.what === "absent" || same.some(gone);
}
