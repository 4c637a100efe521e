import type { ReactNode } from "react";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { appetites } from "#app/domain/organisations/employer";
import type { EmployerFormValues } from "#app/domain/organisations/employer-form";
import { sectors } from "#app/domain/placements/vocabulary";

const ns = "register";

/** The questions about an employer itself: the same for a new one and a change. */
export function EmployerFields({
  fields,
  place,
  isNumberKnown = false,
}: {
  fields: Record<keyof EmployerFormValues, FormField>;
  /** Where it is, for one that is new. */
  place?: ReactNode;
  isNumberKnown?: boolean;
}) {
  const { t } = useTexts(ns);
  return (
    <>
      <TextField field={fields.name} ns={ns} label={t("form.name")} autoComplete="off" longest={120} />
      {place}
      <TextField
        field={fields.organisationNumber}
        ns={ns}
        label={t(isNumberKnown ? "form.organisationNumber" : "form.organisationNumberLater")}
        hint={t("form.organisationNumberHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
      />
      <SelectField field={fields.sector} ns={ns} label={t("form.sector")}>
        {sectors.map((sector) => (
          <option key={sector} value={sector}>
            {t(`vocabulary:sector.${sector}`)}
          </option>
        ))}
      </SelectField>
      <Choices
        field={fields.appetite}
        ns={ns}
        type="radio"
        legend={t("form.appetite")}
        hint={t("form.appetiteHint")}
        choices={appetites.map((value) => ({ value, label: t(`appetite.${value}`) }))}
      />
      <TextField
        field={fields.askAgainOn}
        ns={ns}
        label={t("form.askAgainOn")}
        hint={t("form.askAgainHint")}
        type="date"
      />
    </>
  );
}
