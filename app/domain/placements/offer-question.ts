import { type OfferAnswers, stepFields } from "#app/domain/placements/offer-answers";
import { offerSteps } from "#app/domain/placements/offer-steps";

/** Beside the answers: what they were when a coordinator asked for more. No form writes this field. */
const atQuestion = "atQuestion";
const fields = offerSteps.flatMap((step) => stepFields[step]);

/** What is kept of the answers when more is asked for. */
export function keptAtQuestion(answers: OfferAnswers): OfferAnswers {
  const asked = fields.filter((field) => field in answers).map((field) => [field, answers[field]]);
  return { [atQuestion]: JSON.stringify(Object.fromEntries(asked)) };
}

/** The fields whose answers are others than when more was asked for; null when nobody has asked. */
export function changedSinceQuestion(answers: OfferAnswers): string[] | null {
  const kept = answers[atQuestion];
  if (typeof kept !== "string") return null;
  const before = JSON.parse(kept) as OfferAnswers;
  const said = (value: string | string[] | undefined) =>
    typeof value === "string" ? value.trim() : (value ?? []).join("\n");
  return fields.filter((field) => said(before[field]) !== said(answers[field]));
}
