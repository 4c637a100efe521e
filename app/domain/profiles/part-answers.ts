import { z } from "zod";
import { type Question, type QuestionPart, questions } from "#app/domain/profiles/kartlaggning-parts";

export type Row = Record<string, string>;
export type Answer = string | string[] | Row[];

/**
 * What is known of one part. A question is answered, or unknown (asked, nobody knows), or in neither: not asked yet.
 * An empty list is an answer: there are none.
 */
export type PartAnswers = { answers: Record<string, Answer>; unknown: string[] };

/** Nothing asked yet. */
export const noAnswers: PartAnswers = { answers: {}, unknown: [] };

const storedSchema = z.object({
  answers: z
    .record(z.string(), z.union([z.string(), z.array(z.string()), z.array(z.record(z.string(), z.string()))]))
    .default({}),
  unknown: z.array(z.string()).default([]),
});

/**
 * Reads the jsonb of a part. Questions that no longer exist are dropped.
 * @throws ZodError when the stored value is no part at all: a bug, never an expected outcome
 */
export function parseStoredPart(part: QuestionPart, stored: unknown): PartAnswers {
  const { answers, unknown } = storedSchema.parse(stored);
  return tidy(part, { answers, unknown });
}

/** Only known questions, in their order; what is answered is not unknown; words of a list in the list's order. */
export function tidy(part: QuestionPart, { answers, unknown }: PartAnswers): PartAnswers {
  const kept: PartAnswers = { answers: {}, unknown: [] };
  for (const { key } of questions[part]) {
    const answer = answers[key];
    if (answer !== undefined && answer !== "") kept.answers[key] = answer;
    else if (unknown.includes(key)) kept.unknown.push(key);
  }
  return kept;
}

export type Answered = "answered" | "unknown" | "unasked";

/** How one question stands. */
export function answeredHow(question: Question, { answers, unknown }: PartAnswers): Answered {
  if (answers[question.key] !== undefined) return "answered";
  return unknown.includes(question.key) ? "unknown" : "unasked";
}

/** The questions that must still be answered, by words or by "vet inte", before the part is done. */
export function unasked(part: QuestionPart, stored: PartAnswers): Question[] {
  return questions[part].filter(
    (question) => !question.optional && answeredHow(question, stored) === "unasked",
  );
}

/** The same part with "vet inte" to everything that nobody has answered. */
export function restUnknown(part: QuestionPart, stored: PartAnswers): PartAnswers {
  const keys = unasked(part, stored).map(({ key }) => key);
  return tidy(part, { answers: stored.answers, unknown: [...stored.unknown, ...keys] });
}

/** A row's fields as rows; anything else as no rows. */
export function rowsOf(answer: Answer | undefined): Row[] {
  return Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === "object") : [];
}

/** Words chosen from a list, or the one word, as a list. */
export function wordsOf(answer: Answer | undefined): string[] {
  if (typeof answer === "string") return [answer];
  return (answer ?? []).filter((word): word is string => typeof word === "string");
}
