import type { i18n as I18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";

/**
 * `useTranslation` for a piece that a page shows many times: the same texts without what that hook sets up for each use
 * (a list of twelve cards spends most of its time there). A change of language loads a new page, so nothing listens.
 */
export function useTexts(namespace: string): { t: TFunction; i18n: I18n } {
  const { i18n } = useContext(I18nContext);
  return { t: i18n.getFixedT(i18n.language, namespace), i18n };
}
