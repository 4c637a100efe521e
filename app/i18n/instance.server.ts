import type { TFunction } from "i18next";
import { createI18n } from "#app/i18n/create";
import type { Language } from "#app/i18n/language";
import { textsOf } from "#app/i18n/resources.server";

/** A translator of the namespace `ns`, for mails, files and the command line. Never imported by a page's script. */
export function translator(language: Language, ns = "shell"): TFunction {
  return createI18n(language, textsOf(language)).getFixedT(language, ns);
}
