import type { Language } from "#app/i18n/language";

// Times are Swedish wherever the reader or the server is: the page reads the same on both.
const timeZone = "Europe/Stockholm";
// An ISO date without a time is midnight UTC, which is the same day here: it can be written as it is.
const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

/** "mån 3 juni" */
export function formatDay(language: string, moment: string | Date): string {
  return format(language, moment, { weekday: "short", day: "numeric", month: "long" });
}

/** "mån 3 juni 9.00" */
export function formatMoment(language: string, moment: string | Date): string {
  return `${formatDay(language, moment)} ${formatTime(language, moment)}`;
}

/** "3 mars 2026" */
export function formatDate(language: string, moment: string | Date): string {
  return format(language, moment, { day: "numeric", month: "long", year: "numeric" });
}

/** "3 mars", "20 nov." where a column is narrow */
export function formatShortDay(language: string, moment: string | Date): string {
  return format(language, moment, { day: "numeric", month: "short" });
}

/** "mars 2026" */
export function formatMonth(language: string, moment: string | Date): string {
  return format(language, moment, { month: "long", year: "numeric" });
}

/** "3 mars 2026 14.05" */
export function formatDateTime(language: string, moment: string | Date): string {
  return `${formatDate(language, moment)} ${formatTime(language, moment)}`;
}

/** "9.00" */
export function formatTime(language: string, moment: string | Date): string {
  return formatClock(format(language, moment, { hour: "numeric", minute: "2-digit" }));
}

/** "9.00" of "09:00", "0.09" of "00:09" */
export function formatClock(time: string): string {
  return time.replace(":", ".").replace(/^0(?=\d)/, "");
}

/** "Tisdag 3 mars" */
export function formatLongDay(language: string, moment: string | Date): string {
  const text = formatDayInSentence(language, moment);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "tisdag 3 mars"; "Tuesday 3 March" in English */
export function formatDayInSentence(language: string, moment: string | Date): string {
  return format(language, moment, { weekday: "long", day: "numeric", month: "long" });
}

/** "12,5" */
export function formatNumber(language: string, value: number, decimals = 1): string {
  const locale = localeOf(language);
  const make = () => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  return kept(numbers, `${locale} ${decimals}`, make).format(value);
}

function format(language: string, moment: string | Date, options: Intl.DateTimeFormatOptions): string {
  const locale = localeOf(language);
  const make = () => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  return kept(dates, `${locale} ${JSON.stringify(options)}`, make).format(new Date(moment));
}

// Making one costs sixty times what using it does, and a page about an agreement asks for forty. There are few kinds.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function localeOf(language: string): string {
  return locales[language as Language] ?? locales.sv;
}
