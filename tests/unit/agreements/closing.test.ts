import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { closingFormSchema, closingOf, isComplete } from "#app/domain/agreements/closing";

const whole = {
  outcome: "arbete",
  selfSufficiency: "helt",
  nextStep: "Börja på lagret",
  responsible: "Maj Lindqvist",
  nextOn: "2026-09-01",
};
function read(values: Record<string, string>, asks: boolean) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const schema = closingFormSchema({ asks, outcome: values.outcome ?? "", startsOn: "2026-01-12" });
  const submission = parseWithZod(form, { schema });
  return submission.status === "success" ? closingOf(submission.value) : (submission.error ?? {});
}

describe("the form of how it ended", () => {
  test("says all that is missing at once", () => {
    expect(read({}, true)).toEqual({
      outcome: ["outcome_required"],
      selfSufficiency: ["self_sufficiency_required"],
      nextStep: ["next_step_required"],
      responsible: ["responsible_required"],
      nextOn: ["next_on_required"],
      answer: ["answer_required"],
      answerWords: ["answer_words_required"],
    });
  });

  test.each<[string, Record<string, string>, boolean, string]>([
    ["an education without its form", { ...whole, outcome: "utbildning" }, false, "educationForm"],
    ["a next step that is only spaces", { ...whole, nextStep: "  " }, false, "nextStep"],
    ["nobody responsible", { ...whole, responsible: "" }, false, "responsible"],
    ["a day that is none", { ...whole, nextOn: "2026-02-30" }, false, "nextOn"],
    ["a day before the placement began", { ...whole, nextOn: "2026-01-11" }, false, "nextOn"],
    ["a question without an answer", { ...whole, answerWords: "Ja" }, true, "answer"],
    ["an answer without words", { ...whole, answer: "no" }, true, "answerWords"],
    ["an outcome that is none", { ...whole, outcome: "frisk" }, false, "outcome"],
  ])("%s is not taken", (_what, values, asks, field) => {
    expect(Object.keys(read(values, asks))).toEqual([field]);
  });

  test("keeps what belongs together, and nothing that was not asked", () => {
    const closing = read({ ...whole, educationForm: "komvux", answer: "yes" }, false);
    const unsaid = { participantNote: "", employerMayKnow: false };
    expect(closing).toEqual({ ...whole, ...unsaid, educationForm: null, answer: null, answerWords: "" });
    const learned = read({ ...whole, outcome: "utbildning", educationForm: "komvux" }, false);
    expect(learned).toMatchObject({ educationForm: "komvux" });
  });
});

test("a record is complete when its form would be taken", () => {
  const closing = { ...whole, educationForm: null, answer: null, answerWords: "" } as never;
  const startsOn = "2026-01-12";
  expect(isComplete(closing, { asks: false, startsOn })).toBe(true);
  expect(isComplete(closing, { asks: true, startsOn })).toBe(false);
  expect(isComplete(closing, { asks: false, startsOn: "2026-09-02" })).toBe(false);
});
