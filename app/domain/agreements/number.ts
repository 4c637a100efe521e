/** An agreement's number as people read it, `2026-0142`: the year it was drawn up, and its place in that year. */
export function agreementNumber(year: number, place: number): string {
  return `${year}-${String(place).padStart(4, "0")}`;
}

/** What somebody typed as a number: spaces and a long dash are forgiven. Null when it is none. */
export function readAgreementNumber(text: string): string | null {
  const found = /^(\d{4})[-–—]?(\d{4,6})$/.exec(text.replace(/\s/g, ""));
  return found ? `${found[1]}-${found[2]}` : null;
}
