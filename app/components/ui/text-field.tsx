import type { InputHTMLAttributes } from "react";
import { type FormField, textValue, useFieldTexts } from "#app/components/ui/form-field";

type Props = {
  field: FormField;
  ns: string;
  label: string;
  hint?: string;
  /** A text area with this many rows instead of one line. */
  rows?: number;
} & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "inputMode" | "autoComplete" | "list" | "maxLength" | "onChange"
>;

/** One line or a few lines of text with label, hint and error. Keeps what was typed. */
export function TextField({ field, ns, label, hint, rows, onChange, ...input }: Props) {
  const { error, hintId, errorId, describedBy } = useFieldTexts(field, ns, hint);
  const shared = {
    className: "ds-input",
    id: field.id,
    name: field.name,
    defaultValue: textValue(field),
    maxLength: input.maxLength,
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
          {error}
        </p>
      ) : null}
    </div>
  );
}
