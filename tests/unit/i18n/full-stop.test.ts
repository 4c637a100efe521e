import { expect, test } from "vitest";
import { createI18n } from "#app/i18n/create";

const i18n = createI18n("sv", { shell: { hello: "Välkommen till {{name}}.", wait: "Vänta... {{name}}" } });

test.each([
  ["hello", "Hantverkshus ek. för.", "Välkommen till Hantverkshus ek. för."],
  ["hello", "Bageriet AB", "Välkommen till Bageriet AB."],
  ["wait", "Anna", "Vänta... Anna"],
])("%s %s: a sentence ends with one full stop, and three dots stay three", (key, name, said) => {
  expect(i18n.t(key, { name })).toBe(said);
});
