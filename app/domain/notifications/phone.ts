/** A Swedish number as a service wants it: "070-123 45 67" → "+46701234567". */
export function internationalOf(number: string): string {
  const digits = number.replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : `+46${digits.replace(/^0/, "")}`;
}

/** Mobile numbers in Sweden: 070, 072, 073, 076 and 079, seven digits after them. */
const swedishMobile = /^\+467[02369]\d{7}$/;

/**
 * The number to which a text message can be sent, as `+46701234567`; null for what is no number, or one of a telephone on
 * a wall. A "(0)" after the country's number is left out.
 */
export function mobileOf(number: string): string | null {
  if (!/^[\d\s+()./-]+$/.test(number)) return null;
  const digits = internationalOf(number.replace(/\(0\)/, ""));
  if (!/^\+[1-9]\d{7,14}$/.test(digits)) return null;
  return digits.startsWith("+46") && !swedishMobile.test(digits) ? null : digits;
}
