import { createInstance, type i18n, type PostProcessorModule } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#app/i18n/language";

/** A name that ends with a full stop ("ek. för.") at the end of a sentence: one full stop is enough. */
export function withOneFullStop(text: string): string {
  return text.includes("..") ? text.replace(/(?<!\.)\.\.(?!\.)/g, ".") : text;
}

const oneFullStop: PostProcessorModule = {
  type: "postProcessor",
  name: "oneFullStop",
  process: (text: string) => (typeof text === "string" ? withOneFullStop(text) : text),
};

/** One language's texts: namespace → nested keys → text. */
export type Texts = Record<string, object>;

/** An i18next instance with one language's texts, which never changes language. */
export function createI18n(language: Language, texts: Texts): i18n {
  const instance = createInstance();
  instance
    .use(oneFullStop)
    .use(initReactI18next)
    .init({
      lng: language,
      resources: { [language]: texts },
      defaultNS: "shell",
      fallbackLng: false,
      initAsync: false,
      // React escapes; files and mails are plain text.
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
      returnNull: false,
      postProcess: [oneFullStop.name],
      showSupportNotice: false,
    });
  return instance;
}
