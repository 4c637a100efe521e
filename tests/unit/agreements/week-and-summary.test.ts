import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { PlainSummary } from "#app/components/agreements/plain-summary";
import { WeekPanel } from "#app/components/agreements/week-panel";
import type { VersionStatus } from "#app/domain/agreements/agreement-status";
import { noContacts } from "#app/domain/agreements/contacts";
import { createI18n } from "#app/i18n/create";
import { textsOf } from "#app/i18n/resources.server";
import { exampleDocument } from "#tests/support/factories/agreement-document";

const i18n = createI18n("sv", textsOf("sv"));
const shown = (page: ReactElement) => renderToStaticMarkup(createElement(I18nextProvider, { i18n }, page));
const { version } = exampleDocument();
const content = {
  ...version.content,
  period: { startsOn: "2026-01-26", endsOn: "2026-04-17" },
  stepPlan: [
    { fromWeek: 1, hoursPerWeek: 8 },
    { fromWeek: 5, hoursPerWeek: 15 },
  ],
};
const week = (today: string) => shown(createElement(WeekPanel, { content, today, daysOff: [] }));

test("in week six the week says what the plan is then, beside the times of the first step", () => {
  expect(week("2026-03-04")).toContain("Nu är det vecka 6. Då är planen 15 timmar.");
});

test("within the first step, before the start and after the end it says no more than the times", () => {
  for (const day of ["2026-01-10", "2026-01-26", "2026-02-20", "2026-05-20"])
    expect(week(day)).not.toContain("Nu är det vecka");
});

test.each<[VersionStatus, boolean, string]>([
  ["draft", false, "Det är den ni skriver under."],
  ["out_for_signature", false, "Det är den ni skriver under."],
  ["agreed", false, "Det är den ni har skrivit under."],
  ["agreed", true, "Hela texten finns nedanför.</p>"],
  ["withdrawn", false, "Hela texten finns nedanför.</p>"],
])("a text that is %s (unsigned: %s) says so: %s", (status, unsigned, words) => {
  const one = { ...version, content, status, unsigned } as Parameters<typeof PlainSummary>[0]["version"];
  const who = { participantName: "Robin Söderlund", contacts: noContacts } as Parameters<
    typeof PlainSummary
  >[0]["agreement"];
  expect(shown(createElement(PlainSummary, { agreement: who, version: one }))).toContain(words);
});
