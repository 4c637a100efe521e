import { describe, expect, test } from "vitest";
import { roles } from "#app/domain/identity/actor";
import { dayAfter } from "#app/domain/organisations/day";
import { appetites } from "#app/domain/organisations/employer";
import {
  adaptations,
  demands,
  levels,
  otherRequirements,
  placementKinds,
  placementStatuses,
  purposes,
  sectors,
  taskGroupNames,
  tasks,
  visibilities,
  weekdays,
} from "#app/domain/placements/vocabulary";
import { languages } from "#app/i18n/language";
import { holidayOn } from "#app/platform/holidays.server";
import { flatten, textsByNoun } from "#tests/support/texts";

/** Every name that a day of the next years is given. */
const holidays = [
  ...new Set(
    Array.from({ length: 5 * 366 }, (_, after) => holidayOn(dayAfter("2026-01-01", after)) ?? []).flat(),
  ),
];
const closedLists: [string, readonly (string | number)[]][] = [
  ["kind", placementKinds],
  ["kindExplained", placementKinds],
  ["mark", placementKinds],
  ["purpose", purposes],
  ["task", tasks],
  ["taskGroup", taskGroupNames],
  ["demand", demands],
  ...demands.flatMap((demand): [string, readonly number[]][] => [
    [`demandLevel.${demand}`, levels],
    [`ability.${demand}`, levels],
  ]),
  ["adaptation", adaptations],
  ["requirement", otherRequirements],
  ["weekday", weekdays],
  ["weekdayShort", weekdays],
  ["holiday", holidays],
  ["support", levels],
  ["supportNeed", levels],
  ["appetite", appetites],
  ["sector", sectors],
  ["placementStatus", placementStatuses],
  ["visibility", visibilities],
  ["role", roles],
];

describe.each(languages)("in %s", (language) => {
  const words = flatten(textsByNoun.vocabulary![language]);

  test.each(closedLists)("every value of %s has a word", (list, values) => {
    expect(values.filter((value) => !words.has(`${list}.${value}`))).toEqual([]);
  });
});

/** domain.md "Vocabulary": never a tag or a label that degrades people. */
test("no text calls anybody by a word that degrades", () => {
  const degrading = /suboptimal|strulig|olämplig|svag(a)? individ/i;
  const found = Object.entries(textsByNoun).flatMap(([noun, texts]) =>
    [...flatten(texts)].filter(([, text]) => degrading.test(text)).map(([key]) => `${noun}:${key}`),
  );
  expect(found).toEqual([]);
});
