/**
 * Codes of ICD-10. With a decimal (F32.1) it can be nothing else; without one only the letters of what leads people here
 * are taken for a code, since E20 is a road and B12 a vitamin.
 */
const patterns = [
  /(^|[^\p{L}\p{N}-])[A-TV-Z]\d{2}[.,]\d/iu,
  /(^|[^\p{L}\p{N}-])([FGMRZ]|[fm](?=\d{2}\b))\d{2}(\d[A-Z]?|[A-Z])?($|[^\p{L}\p{N}])/u,
];

/** Whether a text holds what looks like a diagnosis code: that belongs in the sealed medical notes and nowhere else. */
export function holdsDiagnosisCode(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
