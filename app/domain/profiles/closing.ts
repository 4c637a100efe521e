import { z } from "zod";
import { outcomes, type ParticipantOutcome } from "#app/domain/profiles/participant-vocabulary";
import type { CloseReason } from "#app/domain/profiles/referral-status";

/** Whether somebody has left. An end that lies ahead is a plan: the person is still here. Both are ISO dates. */
export function hasLeft(closedOn: string | null, today: string): boolean {
  return closedOn !== null && closedOn <= today;
}

/** The form of a coordinator who ends somebody's case. Messages are codes of `profiles:error.*`. */
export const endFormSchema = z.object({
  outcome: z.enum(outcomes, { error: "outcome_required" }),
});

/** What stands open for somebody, and has to be ended before the case is. */
export type StillOpen = { kind: "proposal" | "agreement"; id: string; title: string; employerName: string };

/** What the end of the last referral says of how it went for the participant. */
export const outcomeOf: Record<CloseReason, ParticipantOutcome> = {
  question_answered: "annat",
  own_wish: "avslut_egen_begaran",
  moved: "annat",
  back_to_agency: "tillbaka_till_handlaggare",
  other: "annat",
};

/** How a referral ended whose participant's case ended so. */
export function closeReasonOf(outcome: ParticipantOutcome): CloseReason {
  if (outcome === "avslut_egen_begaran") return "own_wish";
  if (outcome === "tillbaka_till_handlaggare") return "back_to_agency";
  return outcome === "annat" ? "other" : "question_answered";
}
