/**
 * An organisation number as `NNNNNN-NNNN`, from what people and Excel write: without hyphen, with spaces, with the
 * century digits 16 before it. `null` when it is not ten digits. Says nothing about the check digit.
 */
export function readOrganisationNumber(text: string): string | null {
  const digits = text.replace(/[\s\u00a0–-]/g, "");
  const ten = /^(?:16)?(\d{10})$/.exec(digits)?.[1];
  return ten ? `${ten.slice(0, 6)}-${ten.slice(6)}` : null;
}

/** Whether the last digit fits the others (Luhn, modulus 10). `number` is `NNNNNN-NNNN`. */
export function hasValidCheckDigit(number: string): boolean {
  const sum = [...number.replace("-", "")].reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Whether the number is a sole trader's own personal number: its third digit is below 2, as in a month (a legal person
 * has 2 or more there). It is personal data then: the employer and the coordinators who work with it may read it,
 * nobody else.
 */
export function isPersonalNumber(number: string | null): boolean {
  return number !== null && /^\d{2}[01]/.test(number);
}

/** A sole trader's number with its last four digits hidden, `811218-****`; others as they are. */
export function hidePersonalNumber<Number extends string | null>(number: Number): Number | string {
  return number !== null && isPersonalNumber(number) ? `${number.slice(0, 7)}****` : number;
}

/** Whether the last four digits are hidden. */
export function isHiddenNumber(number: string | null): boolean {
  return number?.endsWith("-****") ?? false;
}
