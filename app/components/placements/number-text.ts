const options = { maximumFractionDigits: 1 };
// Making a format costs more than using it many times.
const swedish = new Intl.NumberFormat("sv-SE", options);
const english = new Intl.NumberFormat("en-GB", options);

/** A number as people write it in the language: decimal comma in Swedish. At most one decimal. */
export function numberText(value: number, language: string): string {
  return (language === "sv" ? swedish : english).format(value);
}

/** "4–20", or "8" when both are the same. */
export function spanText(min: number, max: number, language: string): string {
  return min === max
    ? numberText(min, language)
    : `${numberText(min, language)}–${numberText(max, language)}`;
}
