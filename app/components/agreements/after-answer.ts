import type { SubmissionResult } from "@conform-to/react";

/** Why a form on the page after the end was not taken: which one, what stands at its fields, and what is in the way. */
export type AfterAnswer = { intent: string; result: SubmissionResult | null; code: string | null };

/** What was answered to one of the forms. */
export function answerTo(refusal: AfterAnswer | null, intent: string): AfterAnswer | null {
  return refusal?.intent === intent ? refusal : null;
}
