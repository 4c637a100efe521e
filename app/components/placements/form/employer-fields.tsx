import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { sectors } from "#app/domain/placements/vocabulary";

/** Whose placement it is. */
export function EmployerFields({
  fields,
}: {
  fields: Fields<"organisationNumber" | "employerName" | "sector">;
}) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.employer")}>
      <TextField
        field={fields.organisationNumber}
        ns={ns}
        label={t("form.organisationNumber")}
        hint={t("form.organisationNumberHint")}
      />
      <TextField field={fields.employerName} ns={ns} label={t("form.employerName")} />
      <SelectField field={fields.sector} ns={ns} label={t("form.sector")}>
        {sectors.map((sector) => (
          <option key={sector} value={sector}>
            {t(`vocabulary:sector.${sector}`)}
          </option>
        ))}
      </SelectField>
    </FieldGroup>
  );
}
