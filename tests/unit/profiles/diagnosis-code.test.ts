import { expect, test } from "vitest";
import { holdsDiagnosisCode } from "#app/domain/profiles/diagnosis-code";
import { agendaNoteSchema, notesOf } from "#app/domain/profiles/meeting-form";
import { partFormSchema } from "#app/domain/profiles/part-form";
import { interestFormSchema } from "#app/domain/profiles/referral-form";

test.each([
  "F32.1",
  "Sjukskriven för F32.1 sedan maj",
  "diagnos f43.8a",
  "(M54)",
  "M545 och F90.0B",
  "F900B",
  "f32",
  "E11,9",
])("%s looks like a diagnosis code", (text) => expect(holdsDiagnosisCode(text)).toBe(true));

test.each([
  "",
  "Arbetsstället ligger vid E20, avfart 112",
  "B-körkort, truckkort A1 och B12",
  "L-0714 och L-2601",
  "Rum F3, plan 2",
  "Storlek M",
  "10 timmar, 3 dagar, 12 veckor",
  "kanarie-a1-f32",
  "Kom 9.15 till H&M",
])("%s does not", (text) => expect(holdsDiagnosisCode(text)).toBe(false));

test("a referral, a part of the kartläggning and a meeting's note say where a diagnosis belongs", () => {
  const codes = (result: { error?: { issues: { message: string }[] } | undefined }) =>
    result.error?.issues.map(({ message }) => message);
  const key = crypto.randomUUID();
  expect(codes(interestFormSchema.safeParse({ key, purpose: "Pröva trots F32.1" }))).toEqual([
    "holds_diagnosis_code",
  ]);
  expect(codes(partFormSchema("halsa").safeParse({ version: 0, answers: { vardag: "M54" } }))).toEqual([
    "holds_diagnosis_code",
  ]);
  expect(codes(agendaNoteSchema.safeParse({ item: key, version: 1, note: "811228-9874" }))).toEqual([
    "holds_personal_number",
  ]);
  const form = new FormData();
  form.append("item", key);
  form.append(`version-${key}`, "1");
  form.append(`note-${key}`, "Enligt F32.1");
  expect(notesOf(form)).toEqual({
    notes: [],
    wrong: { [key]: "holds_diagnosis_code" },
    typed: { [key]: "Enligt F32.1" },
  });
});
