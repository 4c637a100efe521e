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
