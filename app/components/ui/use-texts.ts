import type { i18n as I18n, TFunction } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";

/**
 * `useTranslation` for a piece that a page shows many times: the same texts without what that hook sets up for each use
 * (a list of twelve cards spends most of its time there). A change of language loads a new page, so nothing listens.
 */
export function useTexts(namespace: string): { t: TFunction; i18n: I18n } {
  const { i18n } = useContext(I18nContext);
  return { t: translatorOf(i18n, namespace), i18n };
}

const translators = new WeakMap<I18n, Map<string, TFunction>>();
/** Texts that nothing is filled into, by one language's texts: there are as many as the product has keys. */
const plainTexts = new WeakMap<object, Map<string, string>>();

/** Of one instance and namespace, made once. */
function translatorOf(i18n: I18n, namespace: string): TFunction {
  const made = kept(translators, i18n);
  const known = made.get(namespace);
  if (known) return known;
  const fixed = i18n.getFixedT(i18n.language, namespace) as (key: string, values?: object) => string;
  const texts = kept(plainTexts, i18n.getDataByLanguage(i18n.language) ?? i18n);
  const translate = ((key: string, values?: object) => {
    if (values) return fixed(key, values);
    const name = `${namespace} ${key}`;
    const text = texts.get(name) ?? fixed(key);
    texts.set(name, text);
    return text;
  }) as TFunction;
  made.set(namespace, translate);
  return translate;
}

function kept<Key extends object, Value>(
  all: WeakMap<Key, Map<string, Value>>,
  key: Key,
): Map<string, Value> {
  const known = all.get(key) ?? new Map<string, Value>();
  all.set(key, known);
  return known;
}
