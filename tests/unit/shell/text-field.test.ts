import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { TextField } from "#app/components/ui/text-field";
import { createI18n } from "#app/i18n/create";
import { shell } from "#app/i18n/shell";

/** A box of which ten characters are taken, as it is shown. `value`: what stands in it now, where a script knows. */
function boxWith(initialValue: string, errors: string[], value?: string): string {
  const field = { id: "ord", name: "ord", initialValue, errors, value };
  const box = createElement(TextField, { field, ns: "shell", label: "Ord", rows: 3, longest: 10 });
  const i18n = createI18n("sv", { shell: shell.sv });
  return renderToStaticMarkup(createElement(I18nextProvider, { i18n }, box));
}

test("a text that is too long is kept whole, and told by how much", () => {
  const shown = boxWith("Tolv tecken!", ["text_too_long"]);
  expect(shown).toContain(">Tolv tecken!</textarea>");
  expect(shown).toContain("Texten är för lång. Korta den lite. 2 tecken för mycket.");
  expect(boxWith("", ["text_too_long"], "Tolv tecken!!")).toContain("3 tecken för mycket.");
  expect(shown).not.toMatch(/maxlength/i);
});

test("nothing is said of its length while it is taken, whatever else is wrong", () => {
  expect(boxWith("Tio tecken", ["fill_in"])).not.toContain("för mycket");
  expect(boxWith("Elva tecken", [])).not.toContain("för mycket");
});
