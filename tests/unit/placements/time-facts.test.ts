import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { TimeFacts } from "#app/components/placements/time-facts";
import { createI18n } from "#app/i18n/create";
import { placements } from "#app/i18n/placements";
import { vocabulary } from "#app/i18n/vocabulary";

const always = {
  hoursMin: 1,
  hoursMax: 10,
  shortestDay: 1,
  weekdays: [],
  weeksMin: 1,
  weeksMax: 26,
  startsFrom: null,
  supportLevel: 1 as const,
  ageMin: null,
  ageMax: null,
};

function shown(placement: typeof always): string[] {
  const i18n = createI18n("sv", { placements: placements.sv, vocabulary: vocabulary.sv });
  const page = createElement(I18nextProvider, { i18n }, createElement(TimeFacts, { placement }));
  return [...renderToStaticMarkup(page).matchAll(/<dd>(.*?)<\/dd>/g)].map(([, value]) => value!);
}

test("one hour is one hour, and weeks that do not matter are not counted", () => {
  expect(shown(always)).toEqual(expect.arrayContaining(["1–10 timmar", "1 timme", "Spelar ingen roll"]));
});

test("weeks that matter are counted", () => {
  expect(shown({ ...always, weeksMin: 4, weeksMax: 12 })).toContain("4–12 veckor");
  expect(shown({ ...always, weeksMin: 1, weeksMax: 1 })).toContain("1 vecka");
});
