import type { ReactNode } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import { followupForms } from "#app/domain/followups/followup";
import { reviewQuestions, stepTimes, timeUnits } from "#app/domain/followups/rhythm";
import type { StepRow } from "#app/domain/followups/rhythm-form";

/**
 * One step of a rhythm as a row of fields. Without a time it is no step: so a step is taken away. `wrong`: the fields to mend.
 */
export function StepFields(props: { index: number; row: StepRow; wrong: readonly (keyof StepRow | null)[] }) {
  const { index, row, wrong } = props;
  const { t } = useTexts("followups");
  const isNew = row.time === "";
  const choose = (field: keyof StepRow, label: string, options: [string, string][]) => (
    <Field index={index} field={field} label={label}>
      <select
        className="ds-input"
        id={`steg-${index}-${field}`}
        name={`steg.${index}.${field}`}
        defaultValue={row[field]}
        aria-invalid={wrong.includes(field) || undefined}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
  const number = (field: "count" | "from", label: string) => (
    <Field index={index} field={field} label={label}>
      <input
        className="ds-input"
        id={`steg-${index}-${field}`}
        name={`steg.${index}.${field}`}
        inputMode="numeric"
        maxLength={3}
        defaultValue={row[field]}
        aria-invalid={wrong.includes(field) || undefined}
      />
    </Field>
  );
  return (
    <fieldset className="pk-step" id={`steg-${index}`} tabIndex={-1}>
      <legend className="ds-label">
        {isNew ? t("rhythms.newStep") : t("rhythms.step", { number: index + 1 })}
      </legend>
      {choose("time", t("rhythms.time"), [
        ["", t("rhythms.times.none")],
        ...stepTimes.map((time): [string, string] => [time, t(`rhythms.times.${time}`)]),
      ])}
      {number("count", t("rhythms.count"))}
      {choose(
        "unit",
        t("rhythms.unit"),
        timeUnits.map((unit) => [unit, t(`rhythms.units.${unit}`)]),
      )}
      {number("from", t("rhythms.from"))}
      {choose(
        "purpose",
        t("rhythms.purpose"),
        (["contact", "review", "closing"] as const).map((one) => [one, t(`rhythms.purposes.${one}`)]),
      )}
      {choose(
        "form",
        t("rhythms.form"),
        followupForms.map((one) => [one, t(`form.${one}`)]),
      )}
      {choose("question", t("rhythms.question"), [
        ["", t("rhythms.questions.none")],
        ...reviewQuestions.map((one): [string, string] => [one, t(`rhythms.questions.${one}`)]),
      ])}
    </fieldset>
  );
}

function Field(props: { index: number; field: string; label: string; children: ReactNode }) {
  return (
    <div className="ds-field" data-step={props.field}>
      <label className="ds-label pk-small" htmlFor={`steg-${props.index}-${props.field}`}>
        {props.label}
      </label>
      {props.children}
    </div>
  );
}
