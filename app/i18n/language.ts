/** The languages of the interface. Swedish is the default whatever the browser says. product.md. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The language of a request: `?lang=`, else the cookie `lang`, else Swedish. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  return isLanguage(kept) ? kept : "sv";
}
