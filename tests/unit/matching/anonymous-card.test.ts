import { expect, test } from "vitest";
import { anonymousCard } from "#app/domain/matching/anonymous-card";
import { aProfile } from "#tests/support/factories/matching";

test("the card names what the employer needs and nothing that points at a person", () => {
  const profile = {
    ...aProfile({ locality: "Kanarieby" }),
    name: "Robin",
    sex: "man",
    birthYear: 1990,
    agency: "AF",
  };
  expect(Object.keys(anonymousCard(profile)).sort()).toEqual([
    "abilities",
    "kinds",
    "longestDay",
    "neededAdaptations",
    "startHours",
    "targetHours",
    "weekdays",
    "wishedTasks",
  ]);
  expect(JSON.stringify(anonymousCard(profile))).not.toMatch(/Robin|Kanarieby|1990|AF|"man"\b(?=})/);
});
