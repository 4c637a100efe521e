/** A Swedish number as a service wants it: "070-123 45 67" → "+46701234567". */
export function internationalOf(number: string): string {
  const digits = number.replace(/[^\d+]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : `+46${digits.replace(/^0/, "")}`;
}
