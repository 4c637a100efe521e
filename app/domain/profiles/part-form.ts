import { z } from "zod";
import {
  type AnswerList,
  answerLists,
  type Column,
  mayBeNone,
  type Question,
  type QuestionPart,
  questions,
} from "#app/domain/profiles/kartlaggning-parts";
import { type Answer, type PartAnswers, type Row, tidy } from "#app/domain/profiles/part-answers";
import { visibilities } from "#app/domain/profiles/part-visibility";
import { plainText } from "#app/domain/profiles/plain-words";

/** Longest texts, in characters, and the most rows of one question. */
export const longest = { text: 4000, line: 200, rows: 40 } as const;

/** Who sees to a part: the coordinator who saves it, whoever did so far, the coach, or the participant. */
export const ownerChoices = ["keep", "me", "coach", "participant"] as const;

const list = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== "");
/** A field that was left empty arrives as an empty text, or not at all. */
const filled = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );
const word = (name: AnswerList) => z.enum(answerLists[name], { error: "choose_in_list" });
const keysOf = (part: QuestionPart) => questions[part].map(({ key }) => key) as [string, ...string[]];

/** One field of a row or a question; empty is left out. */
function field(kind: Column["kind"]) {
  if (kind === "line" || kind === "text") return filled(plainText(longest[kind]));
  if (kind === "date") return filled(z.iso.date({ error: "date_pattern" }));
  return filled(word(kind));
}

function rowSchema(columns: readonly Column[]) {
  const shape = Object.fromEntries(columns.map(({ key, kind }) => [key, field(kind)]));
  return z
    .preprocess((row) => row ?? {}, z.object(shape))
    .superRefine((row, context) => {
      if (columns.every(({ key }) => row[key] === undefined)) return;
      for (const { key, required } of columns) {
        if (required && row[key] === undefined)
          context.addIssue({ code: "custom", path: [key], message: "fill_in" });
      }
    });
}

function answerSchema(question: Question): z.ZodType {
  switch (question.kind) {
    case "rows":
      return z.preprocess(
        list,
        z.array(rowSchema(question.columns ?? [])).max(longest.rows, "too_many_rows"),
      );
    case "several":
      return z.preprocess(list, z.array(word(question.list!)));
    case "one":
      // "vet inte" is a choice beside the words of the list.
      return filled(z.enum([...answerLists[question.list!], "okant"], { error: "choose_in_list" }));
    default:
      return field(question.kind);
  }
}

/**
 * The form of one part as it arrives: everything may be left for later, nothing may be impossible. Messages are codes of
 * `kartlaggning:error.*`. A part is opened to the case worker only with the participant's yes to it.
 */
export function partFormSchema(part: QuestionPart) {
  const shape = Object.fromEntries(questions[part].map((question) => [question.key, answerSchema(question)]));
  return z
    .object({
      version: z.coerce.number().int().min(0),
      owner: z.enum(ownerChoices).catch("keep"),
      visibility: z.enum(visibilities).default("circle"),
      agreed: z.literal("on").optional(),
      unknown: z.preprocess(list, z.array(z.enum(keysOf(part)))),
      none: z.preprocess(list, z.array(z.enum(keysOf(part)))),
      answers: z.preprocess((value) => value ?? {}, z.object(shape)),
    })
    .superRefine((form, context) => {
      if (form.visibility === "case_worker" && form.agreed !== "on")
        context.addIssue({ code: "custom", path: ["agreed"], message: "agreed_required" });
    });
}

export type PartForm = {
  version: number;
  owner: (typeof ownerChoices)[number];
  visibility: (typeof visibilities)[number];
  agreed?: "on" | undefined;
  unknown: string[];
  none: string[];
  answers: Record<string, unknown>;
};

/** What the form says, tidied: blank rows dropped, "okant" and a tick become unknown, "inga" an empty list. */
export function answersOf(
  part: QuestionPart,
  form: Pick<PartForm, "answers" | "unknown" | "none">,
): PartAnswers {
  const answers: Record<string, Answer> = {};
  const unknown = [...form.unknown];
  for (const question of questions[part]) {
    const { key } = question;
    const answer = typedAnswer(question, form.answers[key]);
    if (answer === "okant") unknown.push(key);
    else if (answer !== undefined) answers[key] = answer;
    else if (mayBeNone(question) && form.none.includes(key)) answers[key] = [];
  }
  return tidy(part, { answers, unknown });
}

function typedAnswer(question: Question, typed: unknown): Answer | undefined {
  if (question.kind === "rows") {
    const rows = (typed as (Row | undefined)[]).flatMap((row) => {
      const filled = Object.entries(row ?? {}).filter(([, value]) => value !== undefined && value !== "");
      return filled.length > 0 ? [Object.fromEntries(filled)] : [];
    });
    return rows.length > 0 ? rows : undefined;
  }
  if (question.kind === "several") {
    const chosen = typed as string[];
    return chosen.length > 0 ? chosen : undefined;
  }
  return typeof typed === "string" && typed !== "" ? typed : undefined;
}

/** Stored answers as the form's values: "okant" is chosen where it is a choice. */
export function formValues(part: QuestionPart, stored: PartAnswers) {
  const answers: Record<string, Answer> = { ...stored.answers };
  for (const question of questions[part]) {
    if (question.kind === "one" && stored.unknown.includes(question.key)) answers[question.key] = "okant";
  }
  return {
    answers,
    unknown: stored.unknown,
    none: questions[part]
      .filter((question) => mayBeNone(question) && stored.answers[question.key]?.length === 0)
      .map(({ key }) => key),
  };
}
