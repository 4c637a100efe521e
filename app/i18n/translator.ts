import type { i18n as I18n, TFunction } from "i18next";
import { withOneFullStop } from "#app/i18n/create";

const translators = new WeakMap<I18n, Map<string, TFunction>>();

/**
 * `t` of an instance: the first namespace looked in is `namespace`, others are named as `ns:key`. Made once. What nearly
 * every text is, words and `{{names}}` with or without a `count`, is taken apart once and put together here; everything
 * else is the library's. It takes the library ten times as long, and a page asks for three hundred. docs/decisions/009.
 */
export function translatorOf(i18n: I18n, namespace: string): TFunction {
  const made = translators.get(i18n) ?? new Map<string, TFunction>();
  translators.set(i18n, made);
  const known = made.get(namespace);
  if (known) return known;
  const fixed = i18n.getFixedT(i18n.language, namespace) as (key: unknown, values?: object) => string;
  const takeApart = partsOf(i18n, namespace);
  const translate = ((key: unknown, values?: Values) => {
    const parts = typeof key === "string" ? takeApart(key, values?.count) : null;
    return (parts && putTogether(parts, values)) ?? fixed(key, values);
  }) as TFunction;
  made.set(namespace, translate);
  return translate;
}

type Values = Record<string, unknown>;
/** Words and, at every odd place, the name of what is filled in. */
type Parts = readonly string[];

/** Finds a text's parts; null: the library has to do it. Only what is there is kept: a key may come from outside. */
function partsOf(i18n: I18n, namespace: string) {
  const plurals = new Intl.PluralRules(i18n.language);
  const kept = new Map<string, Parts>();
  const find = (key: string): Parts | null => {
    const found = kept.get(key);
    if (found) return found;
    const [ns, name] = key.includes(":") ? (key.split(":") as [string, string]) : [namespace, key];
    const text: unknown = i18n.getResource(i18n.language, ns, name);
    if (typeof text !== "string" || text.includes("$t(")) return null;
    const parts = text.split(/\{\{\s*(\w+)\s*\}\}/);
    if (parts.some((part) => part.includes("{{"))) return null;
    kept.set(key, parts);
    return parts;
  };
  return (key: string, count: unknown): Parts | null => {
    if (count === undefined) return find(key);
    if (typeof count !== "number") return null;
    return (count === 0 ? find(`${key}_zero`) : null) ?? find(`${key}_${plurals.select(count)}`) ?? find(key);
  };
}

/** Values by which the library chooses another text, or another way of writing it. */
const special = new Set([
  "context",
  "defaultValue",
  "interpolation",
  "joinArrays",
  "lng",
  "ns",
  "ordinal",
  "postProcess",
  "returnObjects",
]);

function putTogether(parts: Parts, values: Values = {}): string | null {
  for (const name in values) if (special.has(name)) return null;
  let text = parts[0]!;
  for (let place = 1; place < parts.length; place += 2) {
    const value = values[parts[place]!];
    if (typeof value !== "string" && typeof value !== "number") return null;
    text += value + parts[place + 1]!;
  }
  return withOneFullStop(text);
}
