import { describe, expect, test } from "vitest";
import { partsOfDay } from "#app/domain/followups/coach-day";
import { logFormSchema, nextDayOf } from "#app/domain/followups/log-form";
import { wordsProblem } from "#app/domain/followups/log-words";

const typed = {
  id: "3f0c9a9e-9f9d-4d0f-8f3a-0e4f4a6b7c11",
  heldOn: "2026-03-03",
  heldAt: "10:15",
  form: "besok",
  withWhom: ["participant"],
  next: "none",
};
const errorsOf = (changes: object) =>
  logFormSchema
    .safeParse({ ...typed, ...changes })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a log's form", () => {
  test("a minute's log is enough: who and how", () => {
    expect(logFormSchema.parse(typed)).toMatchObject({ marks: [], words: "", next: "none" });
  });
  test.each([
    [{ form: undefined }, "form", "form_required"],
    [{ withWhom: [] }, "withWhom", "with_required"],
    [{ heldAt: "kvart över tio" }, "heldAt", "held_at_required"],
    [{ words: "Har F32.1 sedan i höstas" }, "words", "holds_diagnosis_code"],
    [{ words: "Ring om 850709-9805" }, "words", "holds_personal_number"],
    [{ next: "own" }, "nextOn", "next_on_required"],
    [{ next: "own", nextOn: "2026-03-02" }, "nextOn", "next_before"],
    [{ next: "i morgon" }, "next", "choose_in_list"],
    [{ id: "1" }, "id", "form_expired"],
  ])("%j is refused at its field", (changes, field, code) => {
    expect(errorsOf(changes)).toContainEqual([field, code]);
  });
  test.each([
    ["Vill ha en pall vid planteringsbordet.", null],
    ["Har F32.1", "holds_diagnosis_code"],
    ["19850709-9805", "holds_personal_number"],
  ] as const)("a phone says the same of the words without the server: %.40s", (words, code) => {
    expect(wordsProblem(words)).toBe(code);
    expect(errorsOf({ words })?.map(([, message]) => message) ?? [null]).toContain(code);
  });
  test("the next day is a proposal's, an own one, or none to add", () => {
    expect(nextDayOf({ next: "2026-03-17T10:15" })).toEqual({ day: "2026-03-17", at: "10:15" });
    expect(nextDayOf({ next: "own", nextOn: "2026-03-20" })).toEqual({ day: "2026-03-20", at: null });
    expect([nextDayOf({ next: "planned" }), nextDayOf({ next: "none" })]).toEqual([null, null]);
  });
});

test("the coach's day: late after three days, the rest of today, then the week, each in order", () => {
  const row = (id: string, dueOn: string, dueAt: string | null = null) => ({
    ...{ id, dueOn, dueAt, agreementId: id, purpose: "contact" as const, form: "besok" as const },
    ...{
      reference: id,
      employerName: "",
      locality: "",
      kind: "praktik" as const,
      placementId: 1,
      point: null,
    },
  });
  const rows = [
    row("sunday", "2026-03-08"),
    row("at ten", "2026-03-04", "10:00"),
    row("no time", "2026-03-04"),
    row("at nine", "2026-03-04", "09:00"),
    row("four days", "2026-02-28"),
    row("three days", "2026-03-01"),
    row("next week", "2026-03-09"),
  ];
  const parts = partsOfDay(rows, "2026-03-04");
  expect(parts.late.map(({ id }) => id)).toEqual(["four days"]);
  expect(parts.today.map(({ id }) => id)).toEqual(["three days", "at nine", "at ten", "no time"]);
  expect(parts.week.map(({ id }) => id)).toEqual(["sunday"]);
});
