import { z } from "zod";
import type { Actor } from "#app/domain/identity/actor";
import { holdsDiagnosisCode } from "#app/domain/profiles/diagnosis-code";
import { holdsPersonalNumber } from "#app/domain/profiles/personal-number";

// What free text outside the medical layer is asked for, as arguments of zod's `refine`.

/** No personnummer. */
export const noPersonalNumber = [
  (text: string) => !holdsPersonalNumber(text),
  { error: "holds_personal_number" },
] as const;

/** No diagnosis code. */
export const noDiagnosisCode = [
  (text: string) => !holdsDiagnosisCode(text),
  { error: "holds_diagnosis_code" },
] as const;

/** Words outside the medical layer that may be left out: neither of these. Too long: `tooLong`. */
export function plainText(longest: number, tooLong = "text_too_long") {
  return z
    .string()
    .trim()
    .max(longest, { error: tooLong })
    .refine(...noPersonalNumber)
    .refine(...noDiagnosisCode);
}

/** The same as a form's field: "" when nothing is written. */
export function plainNote(longest: number, tooLong?: string) {
  return plainText(longest, tooLong).default("");
}

/** The same where something has to be written: `missing`. */
export function plainWords(missing: string, longest: number, tooLong = "text_too_long") {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(longest, { error: tooLong })
    .refine(...noPersonalNumber)
    .refine(...noDiagnosisCode);
}

/** No personnummer, but what may look like a code: a house may be called F12, and one's own words are one's own. */
export function freeNote(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, { error: "text_too_long" })
    .refine(...noPersonalNumber)
    .default("");
}

/** The same where something has to be written: `missing`. */
export function freeWords(missing: string, longest: number) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(longest, { error: "text_too_long" })
    .refine(...noPersonalNumber);
}

/** A note on a step by somebody with this role: a participant's own words are the own, nobody else writes a diagnosis. */
export function noteOf(role: Actor["role"], longest: number) {
  return role === "participant" ? freeNote(longest) : plainNote(longest);
}
