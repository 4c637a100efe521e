import type { TFunction } from "i18next";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * A field as conform describes it: its id, its name, what was typed or stored, what stands in it now, and the codes of what is
 * wrong.
 */
export type FormField = {
  id: string;
  name: string;
  initialValue?: unknown;
  value?: unknown;
  errors?: string[] | undefined;
};

/** The text of a field's first error, and the ids that describe the field. `ns` holds the texts under `error.*`. */
export function useFieldTexts(field: FormField, ns: string, hint?: string) {
  const { t } = useTexts(ns);
  const code = field.errors?.[0];
  return {
    error: code ? textOfError(t, code) : null,
    hintId: `${field.id}-hint`,
    errorId: `${field.id}-error`,
    describedBy:
      [hint ? `${field.id}-hint` : null, code ? `${field.id}-error` : null].filter(Boolean).join(" ") ||
      undefined,
  };
}

/** The sentence for a code of `error.*`, or what every form says of it; a plain one for what no sentence was written for. */
export function textOfError(t: TFunction, code: string): string {
  return t([`error.${code}`, `shell:wrong.${code}`, "shell:fieldError"]);
}

/** What was typed or stored, as a text field shows it. */
export function textValue(field: FormField): string {
  return typeof field.initialValue === "string" ? field.initialValue : "";
}

/** How many characters too many stand in a text field of which `longest` are taken. */
export function charactersOver(field: FormField, longest: number): number {
  const text = typeof field.value === "string" ? field.value : textValue(field);
  return Math.max(0, text.trim().length - longest);
}

/** What was ticked: one box arrives as a text, several as a list. */
export function listValue(field: FormField): string[] {
  const { initialValue } = field;
  if (Array.isArray(initialValue)) return initialValue.filter((value) => typeof value === "string");
  return typeof initialValue === "string" && initialValue !== "" ? [initialValue] : [];
}
