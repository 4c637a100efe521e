import type { ReactNode } from "react";
import { type FormField, textValue, useFieldTexts } from "#app/components/ui/form-field";

/** A list to choose one from, with label, hint and error. The options are children. */
export function SelectField(props: {
  field: FormField;
  ns: string;
  label: string;
  hint?: string;
  children: ReactNode;
}) {
  const { field, ns, label, hint, children } = props;
  const { error, hintId, errorId, describedBy } = useFieldTexts(field, ns, hint);
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
      <select
        className="ds-input"
        id={field.id}
        name={field.name}
        defaultValue={textValue(field)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      >
        {children}
      </select>
      {error ? (
        <p className="pk-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
