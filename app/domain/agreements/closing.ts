import { z } from "zod";
import {
  type EducationForm,
  educationForms,
  outcomes,
  type ParticipantOutcome,
} from "#app/domain/profiles/participant-vocabulary";

/** Own support afterwards. That it cannot be reached is a result too. domain.md "Closing". */
export const selfSufficiencies = ["helt", "delvis", "inte", "inte_mojlig"] as const;
export const answers = ["yes", "partly", "no"] as const;

/** How an agreement ended. `nextOn` is an ISO date; `answer` is null when nobody had asked a question. */
export type Closing = {
  outcome: ParticipantOutcome;
  educationForm: EducationForm | null;
  selfSufficiency: (typeof selfSufficiencies)[number];
  nextStep: string;
  responsible: string;
  nextOn: string;
  answer: (typeof answers)[number] | null;
  answerWords: string;
};

const words = (missing: string, longest: number) =>
  z.string({ error: missing }).trim().min(1, { error: missing }).max(longest, { error: "text_too_long" });

/**
 * The form, as strict as this record has to be: every missing thing is told at once. Messages are codes of
 * `lifecycle:error.*`. `asks`: the assignment had a question. `outcome`: what was chosen, for an education has a form.
 */
export function closingFormSchema(of: { asks: boolean; outcome: string }) {
  const educationForm = z.enum(educationForms, { error: "education_form_required" });
  const answer = z.enum(answers, { error: "answer_required" });
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
    answerWords: of.asks ? words("answer_words_required", 1000) : z.string().trim().max(1000).default(""),
    selfSufficiency: z.enum(selfSufficiencies, { error: "self_sufficiency_required" }),
    nextStep: words("next_step_required", 500),
    responsible: words("responsible_required", 120),
    nextOn: z.iso.date({ error: "next_on_required" }),
  });
}
export type ClosingForm = z.input<ReturnType<typeof closingFormSchema>>;

/** What was typed as a record; null for what nobody was asked. */
export function closingOf(form: z.output<ReturnType<typeof closingFormSchema>>): Closing {
  return { ...form, educationForm: form.educationForm ?? null, answer: form.answer ?? null };
}

/** Whether nothing is missing: outcome, own support, next step with whom and when, and the answer that was asked for. */
export function isComplete(closing: Closing, asks: boolean): boolean {
  return closingFormSchema({ asks, outcome: closing.outcome }).safeParse(closing).success;
}
