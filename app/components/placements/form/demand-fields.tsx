import { FieldGroup } from "#app/components/placements/form/field-group";
import {
  type Fields,
  type DemandFields as FieldsOfDemands,
  ns,
} from "#app/components/placements/form/fields";
import { WordBoxes } from "#app/components/placements/form/word-boxes";
import { Choices } from "#app/components/ui/choices";
import { useTexts } from "#app/components/ui/use-texts";
import { adaptations, demands, levels, otherRequirements } from "#app/domain/placements/vocabulary";

/** What the work asks of a person in ten lines, what can be made easier, and what else is required. */
export function DemandFields({ fields }: { fields: FieldsOfDemands }) {
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.demands")} lead={t("form.demandsHint")}>
      <DemandChoices fields={fields} />
      <RequirementBoxes fields={fields} />
    </FieldGroup>
  );
}

/** The ten lines. `unknown`: the value of an answer that nobody has yet. */
export function DemandChoices({ fields, unknown }: { fields: FieldsOfDemands; unknown?: string }) {
  const { t } = useTexts(ns);
  const demandFields = fields.demands.getFieldset();
  return demands.map((demand) => (
    <Choices
      key={demand}
      field={demandFields[demand]}
      ns={ns}
      type="radio"
      inRow
      legend={t(`vocabulary:demand.${demand}`)}
      choices={[
        ...levels.map((level) => ({
          value: String(level),
          label: `${level} – ${t(`vocabulary:demandLevel.${demand}.${level}`)}`,
        })),
        ...(unknown ? [{ value: unknown, label: t("form.unknown") }] : []),
      ]}
    />
  ));
}

/** What can be made easier, and what else is required. */
export function RequirementBoxes({ fields }: { fields: Fields<"adaptations" | "otherRequirements"> }) {
  const { t } = useTexts(ns);
  return (
    <>
      <WordBoxes
        field={fields.adaptations}
        legend={t("form.adaptations")}
        words={adaptations}
        vocabulary="adaptation"
      />
      <WordBoxes
        field={fields.otherRequirements}
        legend={t("form.requirements")}
        words={otherRequirements}
        vocabulary="requirement"
      />
    </>
  );
}
