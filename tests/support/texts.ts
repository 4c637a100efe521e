import { type Language, languages } from "#app/i18n/language";

export type NounTexts = Record<Language, object>;

const modules = import.meta.glob<Record<string, unknown>>("../../app/i18n/*.ts", { eager: true });

/** The texts of every noun: each export of app/i18n that has all languages, by the name of its file. */
export const textsByNoun: Record<string, NounTexts> = Object.fromEntries(
  Object.entries(modules).flatMap(([path, exported]) => {
    const texts = Object.values(exported).find(isNounTexts);
    return texts ? [[path.replace(/^.*\/|\.ts$/g, ""), texts]] : [];
  }),
);

function isNounTexts(value: unknown): value is NounTexts {
  return typeof value === "object" && value !== null && languages.every((language) => language in value);
}

/** Every text below `texts` by its full key: `card.hours` → "{{min}}–{{max}} timmar". */
export function flatten(texts: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === "object" && value !== null
        ? [...flatten(value, `${prefix}${key}.`)]
        : [[prefix + key, String(value)]],
    ),
  );
}
