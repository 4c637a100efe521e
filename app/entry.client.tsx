import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createI18n } from "#app/i18n/create";
import type { Language } from "#app/i18n/language";

// The page is complete without this. The texts come once, in one language, and are kept by the browser.
const { lang, dataset } = document.documentElement;
const answer = await fetch(`/texter/${lang}.json?v=${dataset.texts}`);
const i18n = createI18n(lang as Language, await answer.json());
await dataOfPage();
startTransition(() => {
  hydrateRoot(
    document,
    <I18nextProvider i18n={i18n}>
      <RemixBrowser />
    </I18nextProvider>,
  );
});

/**
 * Waits for the data that came with the page. Remix unpacks it when it is first drawn, and throws the promise of it: who
 * touched a field just then had React finish a page that was not ready (its error 345).
 */
async function dataOfPage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (unpacking) {
    await unpacking;
  }
}
