import fc from "fast-check";
import { holdsDiagnosisCode } from "#app/domain/profiles/diagnosis-code";
import {
  answerLists,
  type Column,
  type Question,
  type QuestionPart,
  questionParts,
  questions,
} from "#app/domain/profiles/kartlaggning-parts";
import { type Answer, type PartAnswers, tidy } from "#app/domain/profiles/part-answers";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

/** What people write that may stand there: what looks like a number or a code is asked to be taken away. */
const text = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((value) => value.trim())
  .filter((value) => value !== "" && !holdsDiagnosisCode(value) && !holdsPersonalNumber(value));
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anyPart: fc.Arbitrary<QuestionPart> = fc.constantFrom(...questionParts);

function fieldValue(kind: Column["kind"]): fc.Arbitrary<string> {
  if (kind === "date") return day;
  if (kind === "text" || kind === "line") return text;
  return fc.constantFrom(...answerLists[kind]);
}

/** Any answer that the question can have. */
export function answerTo(question: Question): fc.Arbitrary<Answer> {
  switch (question.kind) {
    case "rows": {
      const columns = question.columns ?? [];
      const requiredKeys = columns.filter(({ required }) => required).map(({ key }) => key);
      const shape = Object.fromEntries(columns.map(({ key, kind }) => [key, fieldValue(kind)]));
      return fc.array(fc.record(shape, { requiredKeys }), { maxLength: 3 }) as fc.Arbitrary<Answer>;
    }
    case "several":
      return fc.subarray([...answerLists[question.list!]]);
    case "one":
      return fc.constantFrom(...answerLists[question.list!]);
    case "date":
      return day;
    default:
      return text;
  }
}

/** Any state that a part can be in: each question answered, unknown or not asked. */
export function answersOfPart(part: QuestionPart): fc.Arbitrary<PartAnswers> {
  const each = questions[part].map((question) =>
    fc.oneof(
      answerTo(question).map((answer) => ({ key: question.key, answer })),
      fc.constant({ key: question.key, answer: "unknown" as const, isUnknown: true }),
      fc.constant(null),
    ),
  );
  return fc.tuple(...each).map((chosen) => {
    const answers: Record<string, Answer> = {};
    const unknown: string[] = [];
    for (const one of chosen) {
      if (!one) continue;
      if ("isUnknown" in one) unknown.push(one.key);
      else answers[one.key] = one.answer;
    }
    return tidy(part, { answers, unknown });
  });
}

/** A part in any state. */
export const anyAnswers = anyPart.chain((part) => answersOfPart(part).map((stored) => ({ part, stored })));
/** The same part in any two states. */
export const anyTwo = anyPart.chain((part) =>
  fc.tuple(answersOfPart(part), answersOfPart(part)).map(([a, b]) => ({ part, a, b })),
);
