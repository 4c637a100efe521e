import type { ReactNode } from "react";
import { type FormField, listValue, useFieldTexts } from "#app/components/ui/form-field";

export type Choice = { value: string; label: string };

/** Radio buttons or check boxes under one legend, each with a target of 44 px. Keeps what was chosen. */
export function Choices(props: {
  field: FormField;
  ns: string;
  type: "radio" | "checkbox";
  legend: ReactNode;
  hint?: string;
  choices: readonly Choice[];
  /** Four steps beside each other on a wide screen. */
  inRow?: boolean;
}) {
  const { field, ns, type, legend, hint, choices, inRow } = props;
  const { error, hintId, errorId, describedBy } = useFieldTexts(field, ns, hint);
  const chosen = listValue(field);
  return (
    <fieldset className="pk-question" id={field.id} aria-describedby={describedBy} tabIndex={-1}>
      <legend className="ds-label">{legend}</legend>
      {hint ? (
        <p className="pk-soft pk-small" id={hintId}>
          {hint}
        </p>
      ) : null}
      <div className={inRow ? "pk-levels" : "pk-checks"}>
        {choices.map(({ value, label }) => (
          <label className="pk-check" key={value}>
            <input
              className="ds-input"
              type={type}
              name={field.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={error && type === "checkbox" ? true : undefined}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p className="pk-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
