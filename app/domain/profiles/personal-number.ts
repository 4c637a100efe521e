/** Year, month, day (a samordningsnummer's is 60 higher) and four more digits; other digits around make it something else. */
const pattern = /(^|\D)(\d{2})?\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]|[6-8]\d|9[01])[-+ \u00a0‐‑–−]?\d{4}(\D|$)/;

/** Whether a text holds what looks like a personnummer: that belongs in no free text here. */
export function holdsPersonalNumber(text: string): boolean {
  return pattern.test(text);
}
