import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { AgreementForm } from "#app/domain/agreements/agreement-form";

export type DraftFields = { [Key in keyof AgreementForm]-?: FieldMetadata<AgreementForm[Key]> };
export const ns = "agreements";

/** A part of the form under a heading of its own. */
export function DraftSection({ id, children }: { id: string; children: ReactNode }) {
  const { t } = useTexts(ns);
  return (
    <section className="pk-panel pk-stack" aria-labelledby={`del-${id}`}>
      <h2 id={`del-${id}`}>{t(`edit.section.${id}`)}</h2>
      {children}
    </section>
  );
}

/** `of` names the text of the label, `hint` that of the hint. */
type Input = { field: FormField; of: string; hint?: string };

/** A text with the label and hint of its name. */
export function Text({
  field,
  of,
  hint,
  ...more
}: Input & { rows?: number; type?: string; inputMode?: "decimal" | "numeric" | "tel" | "email" }) {
  const { t } = useTexts(ns);
  return (
    <TextField
      field={field}
      ns={ns}
      label={t(`field.${of}`)}
      {...(hint ? { hint: t(`edit.hint.${hint}`) } : {})}
      {...more}
    />
  );
}

/** One of several words. */
export function Select({
  field,
  of,
  hint,
  words,
}: Input & { words: readonly (readonly [value: string, text: string])[] }) {
  const { t } = useTexts(ns);
  return (
    <SelectField
      field={field}
      ns={ns}
      label={t(`field.${of}`)}
      {...(hint ? { hint: t(`edit.hint.${hint}`) } : {})}
    >
      <option value="">{t("choose")}</option>
      {words.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
