import type { i18n as I18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { translatorOf } from "#app/i18n/translator";

/**
 * The texts of a page: `t` looks in the first namespace that is named, and in any other as `ns:key`. The library's own
 * hook listens for a change of language and copies its whole instance for each piece of the page, which took a fourth of
 * the time of a large one. Here a change of language loads a new page, so nothing listens. docs/decisions/009.
 */
export function useTexts(namespace: string | readonly string[] = "shell"): { t: TFunction; i18n: I18n } {
  const { i18n } = useContext(I18nContext);
  return {
    t: translatorOf(i18n, typeof namespace === "string" ? namespace : (namespace[0] ?? "shell")),
    i18n,
  };
}
