import { z } from "zod";
import { employerReasons } from "#app/domain/matching/proposal-status";
import { freeNote } from "#app/domain/profiles/plain-words";

/** What an employer may answer to an anonymous proposal, and the status that it leads to. */
export const employerAnswers = {
  ja: "employer_yes",
  traffas: "employer_maybe_meet",
  nej: "employer_no",
} as const;

/** The employer's form. The reason is asked for by the transition's guard, so that a missing one is told in the page. Messages are codes of `proposals:error.*`. */
export const employerAnswer = z.object({
  answer: z.enum(["ja", "traffas", "nej"], { error: "not_found" }),
  reason: z.enum(employerReasons).nullable().catch(null),
  note: freeNote(1000),
});
