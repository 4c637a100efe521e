/** "14.05" in Swedish, "14:05" in English; always Sweden's time, the same on server and client. */
export function clockTime(iso: string, language: string): string {
  const time = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Stockholm",
    hour: "2-digit",
    minute: "2-digit",
  });
  const text = time.format(new Date(iso));
  return language === "sv" ? text.replace(":", ".") : text;
}

/** "3 mars 2026 14.05". */
export function dayAndTime(iso: string, language: string): string {
  const locale = language === "sv" ? "sv-SE" : "en-GB";
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: "Europe/Stockholm",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return `${day.format(new Date(iso))} ${clockTime(iso, language)}`;
}
