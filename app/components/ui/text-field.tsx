import type { InputHTMLAttributes } from "react";
import { charactersOver, type FormField, textValue, useFieldTexts } from "#app/components/ui/form-field";
import { useTexts } from "#app/components/ui/use-texts";

type Props = {
  field: FormField;
  ns: string;
  label: string;
  hint?: string;
  /** A text area with this many rows instead of one line. */
  rows?: number;
  /** How many characters are taken. The field itself takes more: what is pasted is never cut without a word. */
  longest?: number;
  /** For a short code or a number alone: the field takes no more. */
  maxLength?: number;
} & Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode" | "autoComplete" | "list" | "onChange">;

/** One line or a few lines of text with label, hint and error. Keeps what was typed. */
export function TextField({ field, ns, label, hint, rows, longest, onChange, ...input }: Props) {
  const { error, hintId, errorId, describedBy } = useFieldTexts(field, ns, hint);
  const { t } = useTexts("shell");
  const over = error && longest ? charactersOver(field, longest) : 0;
  const shared = {
    className: "ds-input",
    id: field.id,
    name: field.name,
    defaultValue: textValue(field),
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy,
  };
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={field.id}>
        {label}
      </label>
      {hint ? (
        <p className="pk-soft pk-small" data-field="description" id={hintId}>
          {hint}
        </p>
      ) : null}
      {rows ? <textarea {...shared} rows={rows} /> : <input {...shared} {...input} onChange={onChange} />}
      {error ? (
        <p className="pk-error" id={errorId}>
          {error} {over > 0 ? t("tooMany", { count: over }) : null}
        </p>
      ) : null}
    </div>
  );
}
