import { createInstance } from "i18next";
import { describe, expect, test } from "vitest";
import { partDifferences, questionWords } from "#app/components/profiles/kartlaggning/part-words";
import { questionParts, questions } from "#app/domain/profiles/kartlaggning-parts";
import { kartlaggning } from "#app/i18n/kartlaggning";

const i18n = createInstance();
await i18n.init({
  lng: "sv",
  showSupportNotice: false,
  resources: { sv: { kartlaggning: kartlaggning.sv } },
  interpolation: { escapeValue: false },
});
const t = i18n.t.bind(i18n);
const question = (part: (typeof questionParts)[number], key: string) =>
  questions[part].find((one) => one.key === key)!;

describe("answers in words", () => {
  test("a word of a list, chosen words, rows with dates, and the three ways of not knowing", () => {
    const words = (
      part: (typeof questionParts)[number],
      key: string,
      answers: object,
      unknown: string[] = [],
    ) => questionWords(t, "sv", question(part, key), { answers: { ...answers }, unknown });
    expect(words("kompetens", "utbildning", { utbildning: "gymnasium_3_4_ar" })).toEqual([
      "Gymnasium, 3 eller 4 år",
    ]);
    expect(words("nulage", "myndigheter", { myndigheter: ["varden", "annan"] })).toEqual([
      "Vården",
      "Någon annan",
    ]);
    const delmal = [{ delmal: "Åka bussen själv", senast: "2026-04-01" }, { delmal: "Tre dagar" }];
    expect(words("plan", "delmal", { delmal })).toEqual([
      "Åka bussen själv, senast 1 april 2026",
      "Tre dagar",
    ]);
    expect(words("plan", "delmal", { delmal: [] })).toEqual(["Inga"]);
    expect(words("plan", "mal", {}, ["mal"])).toEqual(["Vet inte"]);
    expect(words("plan", "mal", {})).toEqual(["Inte besvarad"]);
  });

  test("a difference says what it was and what it became", () => {
    const before = { answers: { mal: "Ett jobb" }, unknown: ["forsta_start"] };
    const after = { answers: { mal: "Ett jobb", forsta_start: "2026-04-01" }, unknown: [] };
    expect(partDifferences(t, "sv", "plan", before, after)).toEqual([
      {
        key: "forsta_start",
        label: "Startdatum för första aktiviteten",
        before: "Vet inte",
        after: "1 april 2026",
      },
    ]);
  });

  test.each(questionParts)("%s: every question, word and field has a text", (part) => {
    for (const one of questions[part]) {
      expect(i18n.exists(`kartlaggning:q.${part}.${one.key}`), one.key).toBe(true);
      expect(i18n.exists(`kartlaggning:ownQ.${part}.${one.key}`), one.key).toBe(true);
      for (const { key } of one.columns ?? [])
        expect(i18n.exists(`kartlaggning:col.${one.key}.${key}`), `${one.key}.${key}`).toBe(true);
    }
  });
});
