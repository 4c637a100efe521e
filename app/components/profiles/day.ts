const zone = "Europe/Stockholm";

/** A day in words, the same on server and in browser: "3 mars 2026". Takes an ISO date or a moment. */
export function dayInWords(day: string | Date, language: string): string {
  const moment = typeof day === "string" ? new Date(`${day}T12:00:00Z`) : day;
  const locale = language === "en" ? "en-GB" : "sv-SE";
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale, format).format(moment);
}

/** A number of hours with the language's decimal mark: "7,5". */
export function hoursInWords(hours: number, language: string): string {
  return new Intl.NumberFormat(language === "en" ? "en-GB" : "sv-SE", { maximumFractionDigits: 1 }).format(
    hours,
  );
}
