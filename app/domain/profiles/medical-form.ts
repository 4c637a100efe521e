import { z } from "zod";

/** The fields of the medical layer of part 3. They exist in clear text in the browser and in memory, nowhere else. */
export const medicalFields = ["dokumenterat", "behandling", "sjukskrivning"] as const;
export type MedicalField = (typeof medicalFields)[number];
export type MedicalNotes = Partial<Record<MedicalField, string>>;

const text = z.string().trim().max(8000, { error: "text_too_long" }).optional();

/** The form of the medical layer. Messages are codes of `kartlaggning:error.*`, never what was typed. */
export const medicalFormSchema = z.object({
  version: z.coerce.number().int().min(0),
  dokumenterat: text,
  behandling: text,
  sjukskrivning: text,
});
export type MedicalForm = z.infer<typeof medicalFormSchema>;

/** What the form says, empty fields left out. */
export function notesOf(form: MedicalForm): MedicalNotes {
  return Object.fromEntries(medicalFields.flatMap((key) => (form[key] ? [[key, form[key]]] : [])));
}

/** The fields that differ. */
export function changedNotes(a: MedicalNotes, b: MedicalNotes): MedicalField[] {
  return medicalFields.filter((key) => (a[key] ?? "") !== (b[key] ?? ""));
}

/** Notes as the bytes that are sealed, and back. */
export function notesToText(notes: MedicalNotes): string {
  return JSON.stringify(Object.fromEntries(medicalFields.map((key) => [key, notes[key] ?? ""])));
}

export function notesFromText(sealed: string): MedicalNotes {
  const parsed = z.partialRecord(z.enum(medicalFields), z.string()).parse(JSON.parse(sealed));
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== ""));
}
