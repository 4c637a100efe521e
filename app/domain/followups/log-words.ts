import { holdsDiagnosisCode } from "#app/domain/profiles/diagnosis-code";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

/** As much as somebody says in a minute, and more. */
export const longestWords = 2000;

/** What is wrong with the words of a log, or null. Also for a phone without a network, so without zod. */
export function wordsProblem(words: string) {
  if (words.trim().length > longestWords) return "words_too_long";
  if (holdsDiagnosisCode(words)) return "holds_diagnosis_code";
  return holdsPersonalNumber(words) ? "holds_personal_number" : null;
}
