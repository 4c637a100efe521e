import { type Question, type QuestionPart, questions } from "#app/domain/profiles/kartlaggning-parts";
import { answeredHow, type PartAnswers } from "#app/domain/profiles/part-answers";

/** The questions whose answers differ between two versions of a part. The order of chosen words is no difference. */
export function changedQuestions(part: QuestionPart, a: PartAnswers, b: PartAnswers): Question[] {
  return questions[part].filter((question) => comparable(question, a) !== comparable(question, b));
}

function comparable(question: Question, stored: PartAnswers): string {
  const answer = stored.answers[question.key];
  if (answer === undefined) return answeredHow(question, stored);
  if (typeof answer === "string") return JSON.stringify(answer);
  if (question.kind === "several") return JSON.stringify([...answer].sort());
  const columns = question.columns ?? [];
  const rows = answer.map((row) =>
    typeof row === "string" ? row : columns.map(({ key }) => row[key] ?? ""),
  );
  return JSON.stringify(rows);
}
