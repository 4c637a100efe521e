import type { TFunction } from "i18next";
import {
  type AnswerList,
  answerLists,
  type Column,
  type Question,
  type QuestionPart,
} from "#app/domain/profiles/kartlaggning-parts";
import { answeredHow, type PartAnswers, type Row, rowsOf, wordsOf } from "#app/domain/profiles/part-answers";
import { changedQuestions } from "#app/domain/profiles/part-differences";
import { formatDate } from "#app/i18n/format";

/** What a question says in one part, one text a line. "Vet inte", "Inga" and "Inte besvarad" are words too. */
export function questionWords(
  t: TFunction,
  language: string,
  question: Question,
  stored: PartAnswers,
): string[] {
  const how = answeredHow(question, stored);
  if (how !== "answered") return [t(`kartlaggning:read.${how}`)];
  const answer = stored.answers[question.key];
  if (Array.isArray(answer) && answer.length === 0) return [t("kartlaggning:read.none")];
  if (question.kind === "rows") return rowsOf(answer).map((row) => rowWords(t, language, question, row));
  return wordsOf(answer).map((word) => fieldWords(t, language, question.list ?? question.kind, word));
}

/** A row as one line: "Studiebesök, senast 3 mars 2026". */
export function rowWords(t: TFunction, language: string, question: Question, row: Row): string {
  return (question.columns ?? [])
    .flatMap((column) => {
      const value = row[column.key];
      if (!value) return [];
      const words = fieldWords(t, language, column.kind, value);
      // A bare date or word says too little; the first field of a row speaks for itself.
      return column.required && column.kind !== "date"
        ? [words]
        : [`${t(`kartlaggning:col.${question.key}.${column.key}`).toLowerCase()} ${words}`];
    })
    .join(", ");
}

/** One field: a date in words, a word of a list as people read it, or the text itself. */
export function fieldWords(
  t: TFunction,
  language: string,
  kind: Column["kind"] | Question["kind"],
  value: string,
): string {
  if (kind === "date") return formatDate(language, value);
  if (!(kind in answerLists)) return value;
  const words: readonly string[] = answerLists[kind as AnswerList];
  return words.includes(value) ? t(`kartlaggning:word.${kind}.${value}`) : value;
}

export type DifferenceRow = { key: string; label: string; before: string; after: string };

/** Where two versions of a part differ, in words. */
export function partDifferences(
  t: TFunction,
  language: string,
  part: QuestionPart,
  before: PartAnswers,
  after: PartAnswers,
): DifferenceRow[] {
  return changedQuestions(part, before, after).map((question) => ({
    key: question.key,
    label: t(`kartlaggning:q.${part}.${question.key}`),
    before: questionWords(t, language, question, before).join("; "),
    after: questionWords(t, language, question, after).join("; "),
  }));
}
