import { expect, test } from "vitest";
import { nameBeside, type OwnPlacement } from "#app/domain/followups/own-day";

const at = (workplace: string, title: string) => ({ workplace, title }) as OwnPlacement;

test("a placement is called by its workplace, and by its title beside another one there; alone it needs no name", () => {
  const [shop, store, cafe] = [
    at("Återbruket", "I butiken"),
    at("Återbruket", "I lagret"),
    at("Kaféet", "I köket"),
  ];
  expect(nameBeside(shop!, [shop!])).toBe("");
  expect([shop, store, cafe].map((one) => nameBeside(one!, [shop!, store!, cafe!]))).toEqual([
    "I butiken",
    "I lagret",
    "Kaféet",
  ]);
});
