import { useTranslation } from "react-i18next";
import { Choices } from "#app/components/ui/choices";
import type { FormField } from "#app/components/ui/form-field";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { appetites } from "#app/domain/organisations/employer";
import type { EmployerFormValues } from "#app/domain/organisations/employer-form";
import { sectors } from "#app/domain/placements/vocabulary";

const ns = "register";

/** The questions about an employer itself: the same for a new one and a change. */
export function EmployerFields({ fields }: { fields: Record<keyof EmployerFormValues, FormField> }) {
  const { t } = useTranslation(ns);
  return (
    <>
      <TextField
        field={fields.organisationNumber}
        ns={ns}
        label={t("form.organisationNumber")}
        hint={t("form.organisationNumberHint")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
      />
      <TextField field={fields.name} ns={ns} label={t("form.name")} autoComplete="off" maxLength={120} />
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
