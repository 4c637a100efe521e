import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { Choices } from "#app/components/ui/choices";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { financings, visibilities } from "#app/domain/placements/vocabulary";

type Name = "ageMin" | "ageMax" | "financing" | "costPerWeek" | "calledOffBy" | "visibility";

/** Ages, money, and who may see the placement. The cost is asked for when somebody pays it. */
export function TermsFields({ fields, fold }: { fields: Fields<Name>; fold?: "open" | "closed" }) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.terms")} fold={fold}>
      <div>
        <div className="pk-fields">
          <TextField field={fields.ageMin} ns={ns} label={t("form.ageMin")} inputMode="numeric" />
          <TextField field={fields.ageMax} ns={ns} label={t("form.ageMax")} inputMode="numeric" />
        </div>
        <p className="pk-soft pk-small">{t("form.agesHint")}</p>
      </div>
      <div className="pk-stack pk-paid">
        <Choices
          field={fields.financing}
          ns={ns}
          type="radio"
          legend={t("form.financing")}
          choices={financings.map((value) => ({ value, label: t(`form.financings.${value}`) }))}
        />
        <div className="pk-fields pk-paid__cost">
          <TextField
            field={fields.costPerWeek}
            ns={ns}
            label={t("form.costPerWeek")}
            hint={t("form.costPerWeekHint")}
            inputMode="numeric"
          />
          <TextField
            field={fields.calledOffBy}
            ns={ns}
            label={t("form.calledOffBy")}
            hint={t("form.calledOffByHint")}
          />
        </div>
      </div>
      <SelectField field={fields.visibility} ns={ns} label={t("form.visibility")}>
        {visibilities.map((visibility) => (
          <option key={visibility} value={visibility}>
            {t(`vocabulary:visibility.${visibility}`)}
          </option>
        ))}
      </SelectField>
    </FieldGroup>
  );
}
