import { z } from "zod";
import {
  type EducationForm,
  educationForms,
  outcomes,
  type ParticipantOutcome,
} from "#app/domain/profiles/participant-vocabulary";
import { plainNote, plainWords } from "#app/domain/profiles/plain-words";

/** Own support afterwards. That it cannot be reached is a result too. domain.md "Closing". */
export const selfSufficiencies = ["helt", "delvis", "inte", "inte_mojlig"] as const;
/** Whether the question of the assignment is answered as it was hoped: also what a report on the way says. */
export const assignmentAnswers = ["yes", "partly", "no"] as const;
export type AssignmentAnswer = (typeof assignmentAnswers)[number];

/** How an agreement ended. `nextOn` is an ISO date; `answer` is null when nobody had asked a question. */
export type Closing = {
  outcome: ParticipantOutcome;
  educationForm: EducationForm | null;
  selfSufficiency: (typeof selfSufficiencies)[number];
  nextStep: string;
  responsible: string;
  nextOn: string;
  answer: AssignmentAnswer | null;
  answerWords: string;
  /** In plain words, to the participant. */
  participantNote: string;
  /** The participant says that the employer may know what came of it. */
  employerMayKnow: boolean;
};

/**
 * The form, as strict as this record has to be: every missing thing is told at once. Messages are codes of
 * `lifecycle:error.*`. `asks`: the assignment had a question. `outcome`: what was chosen, for an education has a form.
 * `startsOn`: the placement's first day; the next step is not before it.
 */
export function closingFormSchema(of: { asks: boolean; outcome: string; startsOn: string }) {
  const educationForm = z.enum(educationForms, { error: "education_form_required" });
  const answer = z.enum(assignmentAnswers, { error: "answer_required" });
  return z.object({
    outcome: z.enum(outcomes, { error: "outcome_required" }),
    educationForm:
      of.outcome === "utbildning"
        ? educationForm
        : z
            .unknown()
            .transform(() => null)
            .optional(),
    answer: of.asks
      ? answer
      : z
          .unknown()
          .transform(() => null)
          .optional(),
    answerWords: of.asks ? plainWords("answer_words_required", 1000) : plainNote(1000),
    selfSufficiency: z.enum(selfSufficiencies, { error: "self_sufficiency_required" }),
    nextStep: plainWords("next_step_required", 500),
    responsible: plainWords("responsible_required", 120),
    nextOn: z.iso
      .date({ error: "next_on_required" })
      .refine((day) => day >= of.startsOn, { error: "next_on_before" }),
    participantNote: plainNote(1000),
    // A box of a form, or what is stored.
    employerMayKnow: z
      .union([z.literal("ja").transform(() => true), z.boolean()], { error: "choose_in_list" })
      .default(false),
  });
}
export type ClosingForm = z.input<ReturnType<typeof closingFormSchema>>;

/** What was typed as a record; null for what nobody was asked. */
export function closingOf(form: z.output<ReturnType<typeof closingFormSchema>>): Closing {
  return { ...form, educationForm: form.educationForm ?? null, answer: form.answer ?? null };
}

/** Whether nothing is missing: outcome, own support, next step with whom and when, and the answer that was asked for. */
export function isComplete(closing: Closing, of: { asks: boolean; startsOn: string }): boolean {
  return closingFormSchema({ ...of, outcome: closing.outcome }).safeParse(closing).success;
}
