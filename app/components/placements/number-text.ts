/** A number as people write it in the language: decimal comma in Swedish. At most one decimal. */
export function numberText(value: number, language: string): string {
  return new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", { maximumFractionDigits: 1 }).format(
    value,
  );
}

/** "4–20", or "8" when both are the same. */
export function spanText(min: number, max: number, language: string): string {
  return min === max
    ? numberText(min, language)
    : `${numberText(min, language)}–${numberText(max, language)}`;
}
