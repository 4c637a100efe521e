import type { i18n, TFunction } from "i18next";
import { createI18n } from "#app/i18n/create";
import { type Language, languages } from "#app/i18n/language";
import { textsOf } from "#app/i18n/resources.server";
import { translatorOf } from "#app/i18n/translator";

const instances = Object.fromEntries(
  languages.map((language) => [language, createI18n(language, textsOf(language))]),
) as Record<Language, i18n>;

/** One language's texts for every page and file of the server: nothing in it belongs to a request. */
export function instanceOf(language: Language): i18n {
  return instances[language];
}

/** A translator of the namespace `ns`, for mails, files and the command line. Never imported by a page's script. */
export function translator(language: Language, ns = "shell"): TFunction {
  return translatorOf(instanceOf(language), ns);
}
