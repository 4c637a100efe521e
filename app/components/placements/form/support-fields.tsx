import { FieldGroup } from "#app/components/placements/form/field-group";
import { type Fields, ns } from "#app/components/placements/form/fields";
import { Choices } from "#app/components/ui/choices";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { levels } from "#app/domain/placements/vocabulary";

/** Who supervises, and how closely. `unknown`: the value of an answer that nobody has yet. */
export function SupportFields(props: { fields: Fields<"supportLevel" | "supervisor">; unknown?: string }) {
  const { fields, unknown } = props;
  const { t } = useTexts(ns);
  return (
    <FieldGroup title={t("form.support")}>
      <Choices
        field={fields.supportLevel}
        ns={ns}
        type="radio"
        legend={t("form.supportLevel")}
        choices={[
          ...levels.map((level) => ({ value: String(level), label: t(`vocabulary:support.${level}`) })),
          ...(unknown ? [{ value: unknown, label: t("form.unknown") }] : []),
        ]}
      />
      <TextField
        field={fields.supervisor}
        ns={ns}
        label={t("form.supervisor")}
        hint={t("form.supervisorHint")}
        autoComplete="off"
      />
    </FieldGroup>
  );
}
