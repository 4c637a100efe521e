import type { FieldMetadata } from "@conform-to/react";
import { Choices } from "#app/components/ui/choices";
import { SelectField } from "#app/components/ui/select-field";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import { type CheckupForm, checkupFeelings } from "#app/domain/followups/checkup";
import { outcomes } from "#app/domain/profiles/participant-vocabulary";

const ns = "closing";

/** What somebody does now and how it is: asked of the participant as buttons, written by staff as a list. */
export function CheckupFields({
  fields,
  voice,
}: {
  fields: { [Key in keyof CheckupForm]-?: FieldMetadata<CheckupForm[Key]> };
  voice: "own" | "staff";
}) {
  const { t } = useTexts(["closing", "profiles", "agreements"]);
  return (
    <>
      {voice === "own" ? (
        <Choices
          field={fields.doing}
          ns={ns}
          type="radio"
          legend={t("checkup.doing")}
          choices={outcomes.map((value) => ({ value, label: t(`checkup.doings.${value}`) }))}
        />
      ) : (
        <SelectField field={fields.doing} ns={ns} label={t("checkup.doing")}>
          <option value="">{t("agreements:choose")}</option>
          {outcomes.map((value) => (
            <option key={value} value={value}>
              {t(`profiles:end.outcomes.${value}`)}
            </option>
          ))}
        </SelectField>
      )}
      <Choices
        field={fields.feeling}
        ns={ns}
        type="radio"
        legend={t("checkup.feeling")}
        choices={checkupFeelings.map((value) => ({ value, label: t(`checkup.feelings.${value}`) }))}
      />
      <TextField
        field={fields.words}
        ns={ns}
        label={t("checkup.words")}
        hint={voice === "own" ? t("checkup.wordsHint") : ""}
        rows={3}
        longest={600}
      />
    </>
  );
}
