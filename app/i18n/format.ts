import type { Language } from "#app/i18n/language";

// Times are Swedish wherever the reader or the server is: the page reads the same on both.
const timeZone = "Europe/Stockholm";
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

/** "3 mars 2026 14.05" */
export function formatDateTime(language: string, moment: string | Date): string {
  return `${formatDate(language, moment)} ${formatTime(language, moment)}`;
}

/** "9.00" */
export function formatTime(language: string, moment: string | Date): string {
  return format(language, moment, { hour: "numeric", minute: "2-digit" }).replace(":", ".").replace(/^0/, "");
}

/** "Tisdag 3 mars" */
export function formatLongDay(language: string, moment: string | Date): string {
  const text = format(language, moment, { weekday: "long", day: "numeric", month: "long" });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "12,5" */
export function formatNumber(language: string, value: number, decimals = 1): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: decimals }).format(value);
}

function format(language: string, moment: string | Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options }).format(new Date(moment));
}

function localeOf(language: string): string {
  return locales[language as Language] ?? locales.sv;
}
